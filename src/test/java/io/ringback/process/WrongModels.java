package io.ringback.process;

import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.allocation.SetAsideRounds;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.provider.Arguments;
import org.operaton.bpm.engine.RepositoryService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Models that go wrong while they run: whatever they do, nothing that callers and agents have said is lost. They have a
 * server to themselves, in which no other test finds its cases on their versions.
 */
@RingbackTest
@TestPropertySource(properties = "spring.application.name=wrong-models")
abstract class WrongModels {

    static final String CASE = "callbackCase.bpmn";
    static final String RETRY = "retryPolicy.dmn";
    static final String RECEPTION = "agentReception.bpmn";

    @Autowired
    Centre centre;

    @Autowired
    EngineDriver engine;

    @Autowired
    SetAsideRounds rounds;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RepositoryService repository;

    EditedModels models;

    @BeforeEach
    void models() {
        models = new EditedModels(repository);
    }

    @AfterEach
    void mend() {
        tick();
        for (var file : List.of(RETRY, CASE, RECEPTION)) {
            models.mend(file);
        }
        tick();
    }

    /** Those of models, the latest first. */
    List<Map<String, Object>> faults() {
        return jdbc.sql("SELECT * FROM ringback.model_fault ORDER BY last_at DESC, version DESC")
                .query()
                .listOfRows();
    }

    void mendAndGoOn(String file) {
        tick();
        models.mend(file);
        tick();
        rounds.runOnce();
    }

    void tick() {
        clock.advance(Duration.ofSeconds(1));
    }

    JsonNode request(String list) {
        tick();
        return centre.request(list, centre.newNumber());
    }

    static JsonNode inHand(JsonNode desk) {
        return desk.at("/case/callback/id");
    }

    JsonNode history(JsonNode callback) {
        return centre.as(centre.person("AUDITOR"))
                .get("/api/v1/callbacks/%s/history".formatted(Centre.id(callback)))
                .json();
    }

    Optional<JsonNode> setAside(JsonNode callback) {
        var items = centre.as(centre.person("ADMIN"))
                .get("/api/v1/set-aside")
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("id").equals(callback.path("id")))
                .findFirst();
    }

    String page() {
        return centre.signedIn(centre.person("ADMIN")).get("/admin/operations").body();
    }

    static Arguments row(String what, String file, String element, UnaryOperator<String> edit) {
        return arguments(named(what, file), element, edit);
    }
}
