package io.ringback.form;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static io.ringback.support.Refusal.refused;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.process.EngineDriver;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Forms over HTTP: what is drawn, and what is done with the answers. */
@RingbackTest
@ExtendWith(OutputCaptureExtension.class)
class FormsTest {

    private static final String USUAL = "/api/v1/forms/callClassification";

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private EngineDriver engine;

    private JsonNode callback;
    private String agent;

    @DynamicPropertySource
    static void forms(DynamicPropertyRegistry registry) {
        registry.add("ringback.forms.folder", FormsTest::folder);
    }

    private static String folder() {
        try {
            var folder = Files.createDirectories(Path.of("target", "forms-of-tests"));
            Files.writeString(folder.resolve("order.form"), json("""
                    {'id':'order','type':'default','components':[
                      {'type':'textfield','id':'f1','key':'order.number','validate':{'required':true,'pattern':'^[0-9]+$'}},
                      {'type':'dynamiclist','id':'f2','path':'items','components':[
                        {'type':'number','id':'f3','key':'count','decimalDigits':0,'validate':{'min':1}}]},
                      {'type':'textfield','id':'f4','key':'why','validate':{'required':true},
                       'conditional':{'hide':'=order.number != null'}}]}"""));
            Files.writeString(folder.resolve("survey.form"), survey());
            return folder.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 300 questions, and one with 400 choices. */
    private static String survey() {
        var questions = IntStream.range(0, 300)
                .mapToObj("{'type':'textfield','id':'f%1$d','key':'question%1$d'}"::formatted)
                .collect(joining(","));
        var choices = IntStream.range(0, 400)
                .mapToObj("{'value':'choice%d'}"::formatted)
                .collect(joining(","));
        return "{'id':'survey','type':'default','components':[%s,{'type':'taglist','id':'t','key':'tags','values':[%s]}]}"
                .formatted(questions, choices)
                .replace('\'', '"');
    }

    @BeforeEach
    void aCaseInHand() {
        var list = centre.list();
        agent = centre.agentOn(list);
        callback = inHand(list);
    }

    @Test
    void theFormIsGivenAsItsDesignerMadeIt() throws IOException {
        for (var role : new String[] {"AGENT", "SUPERVISOR", "DESIGNER", "ADMIN", "AUDITOR"}) {
            var answer = centre.as(centre.person(role)).get(USUAL);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/json");
            assertThat(answer.json())
                    .isEqualTo(new ObjectMapper().readTree(Files.readString(Path.of("forms/callClassification.form"))));
        }
        refused(centre.as(centre.person("INTEGRATOR")).get(USUAL), 403, "forbidden");
    }

    @Test
    void aFormThatIsKnownAlreadyIsNotSentAgain() {
        var etag = String.valueOf(centre.as(agent).get(USUAL).header("ETag"));

        var again = centre.as(agent)
                .send(centre.as(agent)
                        .request(USUAL)
                        .header("If-None-Match", etag)
                        .build());
        var other = centre.as(agent)
                .send(centre.as(agent)
                        .request(USUAL)
                        .header("If-None-Match", "\"old\"")
                        .build());

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.header("Cache-Control")).isEqualTo("no-cache, private");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "callclassification", "callClassification.form", "1", "%C3%A4", "a%20b"})
    void thereIsNoOtherForm(String key) {
        notFound(centre.as(agent).get("/api/v1/forms/" + key));
    }

    @Test
    void answersTheFormAllowsAreSaved() {
        var saved = outcome("ANSWERED", "{'reason':'ORDER','result':null,'followUp':true,'topic':'late'}");

        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(centre.status(callback)).isEqualTo("RESOLVED");
    }

    @Test
    void eachAnswerTheFormDoesNotAllowIsNamedAndTheCaseStaysAsItIs() {
        var before = centre.desk(agent).path("case");

        var answer = outcome(
                "ANSWERED",
                "{'reason':'WEATHER','followUp':'yes','topic':'%s','colour':'red'}".formatted("x".repeat(121)));

        for (var field : new String[] {"reason", "followUp", "topic", "colour"}) {
            invalid(answer, "formData." + field);
        }
        assertThat(answer.json().path("errors")).hasSize(4);
        assertThat(answer.body()).doesNotContain("WEATHER", "red");
        assertThat(centre.desk(agent).path("case")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'reason':null,'followUp':false,'topic':''}", "{'topic':'late'}"})
    void aClassificationOfAnAnsweredCallIsComplete(String answers) {
        invalid(outcome("ANSWERED", answers), "formData.reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BUSY", "NO_ANSWER", "OTHER"})
    void whenNobodyWasReachedNothingIsRequiredButWhatIsGivenIsChecked(String callStatus) {
        invalid(outcome(callStatus, "{'topic':5}"), "formData.topic");

        assertThat(outcome(callStatus, "{'reason':null,'topic':'late'}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANSWERED", "BUSY"})
    void anOutcomeNeedsNoClassification(String callStatus) {
        assertThat(outcome(callStatus, "null").status()).isEqualTo(200);
    }

    @Test
    void theFormOfTheListIsTheOneThatCounts() {
        inHandWithForm("order");

        invalid(outcome("ANSWERED", "{'reason':'ORDER'}"), "formData.reason");
        invalid(outcome("ANSWERED", "{'items':[]}"), "formData.order.number");
        invalid(outcome("ANSWERED", "{'order':{'number':'x'}}"), "formData.order.number");
        invalid(
                outcome("ANSWERED", "{'order':{'number':'1'},'items':[{'count':1},{'count':0}]}"),
                "formData.items[1].count");
        assertThat(outcome("ANSWERED", "{'order':{'number':'1'},'items':[{'count':1},{'count':null}]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aFormWithManyFieldsAndChoicesCanBeSaved() {
        inHandWithForm("survey");
        var empty =
                IntStream.range(0, 300).mapToObj("'question%d':''"::formatted).collect(joining(","));
        var all = IntStream.range(0, 400).mapToObj("'choice%d'"::formatted).collect(joining(","));
        var answers = "{%s,'tags':[%s]}".formatted(empty, all);

        assertThat(draft(answers).status()).isEqualTo(204);
        var saved = outcome("ANSWERED", answers);

        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
    }

    @Test
    void answersThatTakeTooMuchRoomAreRefusedSayingHowMuchThereIs() {
        inHandWithForm("survey");
        var texts = IntStream.range(0, 9)
                .mapToObj(i -> "'question%d':'%s'".formatted(i, "x".repeat(3_900)))
                .collect(joining(","));

        var refused = outcome("ANSWERED", "{%s}".formatted(texts));

        invalid(refused, "formData");
        assertThat(refused.body()).contains("at most 32 KiB of answers together");
    }

    @Test
    void withoutItsFormAnswersAreKeptUnchecked(CapturedOutput log) {
        inHandWithForm("goneForm");

        var saved = outcome("ANSWERED", "{'anything':['goes']}");

        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(log.getAll())
                .contains("Answers for callback " + Centre.id(callback))
                .doesNotContain("goes");
    }

    @Test
    void aDraftMayBeIncompleteAndWrong() {
        var draft = draft("{'reason':'WEATHER','colour':'red','topic':[5]}");

        assertThat(draft.status()).as(draft.body()).isEqualTo(204);
        assertThat(centre.desk(agent).at("/case/draft/formData/colour").asText())
                .isEqualTo("red");
    }

    @Test
    void aDraftIsTakenUncheckedWhenTheWindowWasLeftOpen() {
        centre.endCall(agent, centre.call(agent));
        draft("{'reason':'WEATHER'}");

        clock.advance(Duration.ofMinutes(5));
        engine.fireDueTimers();

        assertThat(centre.status(callback)).isEqualTo("RESOLVED");
        assertThat(centre.desk(agent).path("stoppedBecause").asText()).isEqualTo("WINDOW_LEFT_OPEN");
    }

    private void inHandWithForm(String key) {
        var list = centre.list(Map.of("formKey", Centre.quoted(key)));
        agent = centre.agentOn(list);
        callback = inHand(list);
    }

    private JsonNode inHand(String list) {
        var requested = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        return requested;
    }

    private Http.Answer outcome(String callStatus, String answers) {
        return centre.as(agent).post("/api/v1/desk/case/outcome", body(callStatus, answers));
    }

    private Http.Answer draft(String answers) {
        return centre.as(agent).put("/api/v1/desk/case/draft", body("ANSWERED", answers));
    }

    private String body(String callStatus, String answers) {
        var allocation = centre.desk(agent).at("/case/allocationId").asText();
        return json("{'allocationId':'%s','callStatus':'%s','formData':", allocation, callStatus) + json(answers) + "}";
    }
}
