package io.ringback.process;

import static io.ringback.support.Centre.id;
import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process that has a task for a back office behind the end of a callback, and one beside it, worked over the API. */
@RingbackTest
abstract class BackOfficeTasks {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    static final String ANSWERS = json("{'answers':{'sent':'POST','remark':'Dear Ms. Aho'}}");

    @Autowired
    Centre centre;

    @Autowired
    EngineDriver engine;

    @Autowired
    MovableClock clock;

    @Autowired
    BeanFactory server;

    @Autowired
    JdbcClient jdbc;

    ModelBench bench;
    String list;
    String group;
    String agent;
    String clerk;
    JsonNode callback;

    @BeforeEach
    void anAgentHasACaseOfAProcessWithATask() {
        clock.set(MORNING);
        list = centre.list(Map.of("autoStopAfter", "null", "closeAfterCall", "null"));
        group = "letters of " + list;
        bench = ModelBench.of(server);
        bench.deploy(BackOfficeModels.of(group));
        agent = centre.agentOn(list);
        clerk = inGroup();
        callback = centre.request(list, centre.newNumber(), Map.of("callerName", "\"Aino Aho\""));
        centre.receive(agent, true);
    }

    @AfterEach
    void theShippedModelsServeAgain() {
        centre.receive(agent, false);
        bench.close();
    }

    String inGroup() {
        var person = centre.person("AUDITOR");
        var changed = centre.as(centre.person("ADMIN"))
                .put(
                        "/api/v1/accounts/" + person,
                        json("{'name':'Cleo Clerk','roles':['AUDITOR'],'groups':['%s'],'enabled':true}", group));
        assertThat(changed.json().at("/groups/0").asText()).isEqualTo(group);
        return person;
    }

    List<JsonNode> tasks(String person) {
        var answer = centre.as(person).get("/api/v1/tasks");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var items = answer.json().path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    JsonNode onlyTask(String person) {
        var tasks = tasks(person);
        assertThat(tasks).hasSize(1);
        return tasks.get(0);
    }

    static String address(JsonNode task) {
        return "/api/v1/tasks/" + task.path("id").asText();
    }

    List<String> events() {
        return history().map(event -> event.path("type").asText()).toList();
    }

    JsonNode event(String type) {
        return history()
                .filter(event -> event.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> history() {
        var history = centre.as(centre.person("SUPERVISOR"))
                .get("/api/v1/callbacks/%s/history".formatted(id(callback)))
                .json();
        return StreamSupport.stream(history.path("events").spliterator(), false);
    }

    List<String> variables() {
        return jdbc.sql("SELECT name_ FROM public.act_hi_varinst")
                .query(String.class)
                .list();
    }
}
