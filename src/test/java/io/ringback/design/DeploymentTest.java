package io.ringback.design;

import static io.ringback.design.DesignerAtWork.API;
import static io.ringback.design.DesignerAtWork.CASE;
import static io.ringback.design.DesignerAtWork.body;
import static io.ringback.design.DesignerAtWork.file;
import static io.ringback.design.DesignerAtWork.named;
import static io.ringback.design.DesignerAtWork.shipped;
import static io.ringback.design.DesignerAtWork.version;
import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Http.Answer;
import io.ringback.support.Together;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Models are checked and deployed over the API, on a server of its own, since what is deployed serves everybody. */
class DeploymentTest extends ServerOfItsOwn {

    @Test
    void whatIsShippedIsDeployableAndThereIsNothingToSayOfIt() {
        var files = List.of(
                file(CASE, shipped(CASE), null),
                file("agentReception.bpmn", shipped("agentReception.bpmn"), null),
                file("retryPolicy.dmn", shipped("retryPolicy.dmn"), null),
                file("callClassification.form", shipped("callClassification.form"), null));

        var answer = designer.calls().post(API + "/check", body(Map.of("files", files)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("deployable").asBoolean()).isTrue();
        assertThat(answer.json().path("findings")).isEmpty();
    }

    @Test
    void whatIsWrongIsToldWithItsElementAndRuleAndIsNotDeployed() {
        var wrong = shipped(CASE).replace("#{registerCallbackDelegate}", "#{nobodyDelegate}");
        var before = newest();

        var checked = designer.check("CALLBACKCASE.bpmn20.xml", wrong);
        var deployed = designer.deploy(CASE, wrong);

        assertThat(checked.status()).isEqualTo(200);
        assertThat(checked.json().path("deployable").asBoolean()).isFalse();
        assertThat(checked.json().path("findings")).anySatisfy(finding -> {
            assertThat(finding.properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactlyInAnyOrder("severity", "file", "elementId", "rule", "message");
            assertThat(finding.path("severity").asText()).isEqualTo("ERROR");
            assertThat(finding.path("file").asText()).isEqualTo(CASE);
            assertThat(finding.path("elementId").asText()).isEqualTo("task_registerCallback");
            assertThat(finding.path("rule").asText()).isEqualTo("delegate");
            assertThat(finding.path("message").asText()).contains("nobodyDelegate");
        });
        refused(deployed, 422, "validation");
        assertThat(deployed.json().path("findings")).isEqualTo(checked.json().path("findings"));
        assertThat(newest()).isEqualTo(before);
    }

    @Test
    void aDecisionThatNoLongerFitsTheProcessThatAsksItIsRefused() {
        var other = shipped("retryPolicy.dmn").replace("name=\"giveUp\"", "name=\"enough\"");

        var answer = designer.check("retryPolicy.dmn", other);

        assertThat(answer.json().path("deployable").asBoolean()).isFalse();
    }

    @Test
    void filesThatCannotBeAreRefusedInAWord() {
        assertThat(rules(designer.check("../" + CASE, shipped(CASE)))).contains("file");
        assertThat(rules(designer.check("notes.txt", "nothing"))).containsOnly("file");
        assertThat(rules(designer.check("copy.bpmn", shipped(CASE)))).contains("duplicate-id");
        assertThat(rules(designer.check(CASE, shipped(CASE).replace("UTF-8", "ISO-8859-1"))))
                .containsOnly("file");
        assertThat(rules(designer.check(CASE, "x".repeat(1_100_000)))).containsOnly("file");
        var twice = List.of(file(CASE, shipped(CASE), null), file("callbackcase.BPMN", shipped(CASE), null));
        assertThat(rules(designer.calls().post(API + "/check", body(Map.of("files", twice)))))
                .containsOnly("file");
        invalid(designer.calls().post(API + "/check", "{\"files\": []}"), "files");
        invalid(designer.calls().post(API, "{\"files\": [], \"reason\": \"why\"}"), "files");
        invalid(designer.deploy(CASE, shipped(CASE), null, " "), "reason");
        refused(designer.deploy(CASE, "x".repeat(9_000_000)), 413, "payload-too-large");
    }

    @Test
    void onlyDesignersDeployAndOnlyTheyCheck() {
        for (var role : List.of("AGENT", "SUPERVISOR", "AUDITOR", "ADMIN", "INTEGRATOR")) {
            var person = centre.person(role);
            var other = new DesignerAtWork(centre.as(person), person);

            assertThat(other.check(CASE, shipped(CASE)).status()).isEqualTo(403);
            assertThat(other.deploy(CASE, shipped(CASE)).status()).isEqualTo(403);
            assertThat(other.restore(1).status()).isEqualTo(403);
            assertThat(other.delete(1).status()).isEqualTo(403);
        }
    }

    @Test
    void theNextCaseRunsOnWhatIsDeployedAndTheOnesUnderWayOnWhatTheyBeganWith() {
        var list = centre.list();
        var underWay = centre.request(list, centre.newNumber());
        var before = newest();

        var answer = designer.deploy(CASE, named("Drawn anew"), null, "a better name");
        var next = centre.request(list, centre.newNumber());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(version(answer, "callbackCase")).isEqualTo(before + 1);
        assertThat(versionOf(underWay)).isEqualTo(before);
        assertThat(versionOf(next)).isEqualTo(before + 1);
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        centre.save(agent, "ANSWERED");
        centre.save(agent, "ANSWERED");
        assertThat(List.of(centre.status(underWay), centre.status(next))).containsOnly("RESOLVED");
        assertThat(jdbc.sql("""
                                SELECT origin || ' ' || deployed_by || ' ' || reason FROM ringback.model_deployment
                                ORDER BY at DESC LIMIT 1""").query(String.class).single())
                .isEqualTo("DESIGNER %s a better name".formatted(designer.person()));
        assertThat(jdbc.sql("""
                                SELECT actor || ': ' || (details ->> 'versions') FROM ringback.audit_event
                                WHERE type = 'PROCESS_DEPLOYED' ORDER BY id DESC LIMIT 1""").query(String.class).single())
                .isEqualTo("%s: callbackCase %s".formatted(designer.person(), before + 1));
    }

    @Test
    void whatIsThereAlreadyIsNotThereTwice() {
        var first = designer.deploy(CASE, named("Once"));

        var second = designer.deploy("callbackCase.bpmn20.xml", named("Once"));

        assertThat(second.status()).isEqualTo(201);
        assertThat(version(second, "callbackCase")).isEqualTo(version(first, "callbackCase"));
        assertThat(second.json().at("/deployed/0/unchanged").asBoolean()).isTrue();
        assertThat(newest()).isEqualTo(version(first, "callbackCase"));
    }

    @Test
    void whoeverChangedAnOlderOneIsToldWhoHasDeployedSince() {
        var seen = newest();
        designer.deploy(CASE, named("By the first"), seen, "the first one's");

        var answer = DesignerAtWork.in(centre).deploy(CASE, named("By the second"), seen, "the second one's");

        conflict(answer);
        assertThat(answer.json().path("detail").asText()).contains(designer.person(), "the first one's");
    }

    @Test
    void whoeverGoesOnWithADraftHasNothingInTheWayOfDeployingItAgain() {
        var draft = designer.draft(named("First"), newest());
        var deploying = body(Map.of("drafts", List.of(draft), "reason", "step by step"));

        var first = designer.calls().post(API, deploying);
        designer.save(draft, named("Second"), 2);
        var second = designer.calls().post(API, deploying);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(version(second, "callbackCase")).isEqualTo(version(first, "callbackCase") + 1);
        assertThat(designer.calls()
                        .get(API + "/drafts/" + draft)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("DEPLOYED");
        notFound(DesignerAtWork.in(centre).calls().post(API, deploying));
    }

    @Test
    void twoAtOnceAreOneAfterTheOther() {
        var before = newest();

        var answers = Together.times(4, number -> deployed(named("At once " + number)));

        assertThat(answers.stream().map(answer -> version(answer, "callbackCase")))
                .containsExactlyInAnyOrder(before + 1, before + 2, before + 3, before + 4);
    }

    /** Whoever meets others who are checked just now is told to try again. */
    private Answer deployed(String content) {
        var answer = designer.deploy(CASE, content);
        while (answer.header("Retry-After") != null) {
            answer = designer.deploy(CASE, content);
        }
        return answer;
    }

    @Test
    void anEarlierVersionIsDeployedAnewInOneCall() {
        designer.deploy(CASE, named("To be restored"));
        var earlier = newest();
        designer.deploy(CASE, named("A mistake"));

        var restored = designer.restore(earlier);

        assertThat(restored.status()).isEqualTo(201);
        assertThat(version(restored, "callbackCase")).isEqualTo(earlier + 2);
        assertThat(jdbc.sql("SELECT name_ FROM public.act_re_procdef WHERE key_ = 'callbackCase' AND version_ = ?")
                        .param(earlier + 2)
                        .query(String.class)
                        .single())
                .isEqualTo("To be restored");
        notFound(designer.restore(9999));
    }

    @Test
    void aVersionWithOpenCasesIsNotDeletedAndOneWithoutIs() {
        designer.deploy(CASE, named("Soon gone"));
        var version = newest();
        var callback = centre.request(centre.list(), centre.newNumber());
        conflict(designer.delete(version));
        designer.deploy(CASE, named("The next one"));

        var whileOpen = designer.delete(version);
        centre.cancel(callback);
        var afterwards = designer.delete(version);

        conflict(whileOpen);
        assertThat(whileOpen.json().path("detail").asText()).contains("1 cases");
        assertThat(afterwards.status()).as(afterwards.body()).isEqualTo(204);
        notFound(designer.delete(version));
        assertThat(centre.callback(callback).path("status").asText()).isEqualTo("CANCELLED");
    }

    /** Whoever has chosen the version just before it was replaced and deleted begins on the next one. */
    @Test
    void noCaseIsBegunOnAVersionThatIsDeletedAtTheSameMoment() {
        designer.deploy(CASE, named("Raced for"));
        var version = newest();
        var list = centre.list();

        var statuses = Together.times(9, number -> {
            if (number != 4) {
                return centre.status(centre.request(list, centre.newNumber()));
            }
            designer.deploy(CASE, named("Served since"));
            return String.valueOf(designer.delete(version).status());
        });

        assertThat(statuses).containsAnyOf("204", "409").contains("WAITING");
        assertThat(jdbc.sql("""
                                SELECT count(*) FROM public.act_ru_execution
                                LEFT JOIN public.act_re_procdef definition ON definition.id_ = proc_def_id_
                                WHERE definition.id_ IS NULL""").query(Long.class).single()).isZero();
    }

    private static int newest() {
        return jdbc.sql("SELECT max(version_) FROM public.act_re_procdef WHERE key_ = 'callbackCase'")
                .query(Integer.class)
                .single();
    }

    private static int versionOf(JsonNode callback) {
        return jdbc.sql("""
                        SELECT definition.version_ FROM public.act_hi_procinst instance
                        JOIN public.act_re_procdef definition ON definition.id_ = instance.proc_def_id_
                        WHERE instance.business_key_ = ? AND definition.key_ = 'callbackCase'""")
                .param(callback.path("id").asText())
                .query(Integer.class)
                .single();
    }

    private static List<String> rules(Answer answer) {
        return answer.json().path("findings").findValuesAsText("rule");
    }
}
