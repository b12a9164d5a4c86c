package io.ringback.design;

import static io.ringback.design.DesignerAtWork.API;
import static io.ringback.design.DesignerAtWork.CASE;
import static io.ringback.design.DesignerAtWork.body;
import static io.ringback.design.DesignerAtWork.named;
import static io.ringback.design.DesignerAtWork.shipped;
import static io.ringback.design.DesignerAtWork.version;
import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.notFound;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RestartableServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server on which a second person has to agree to every deployment. */
@Tag("server")
@SuppressWarnings("NullAway.Init")
class DeploymentApprovalTest {

    private static RestartableServer server;
    private final Centre centre = server.centre();
    private final DesignerAtWork designer = DesignerAtWork.in(centre);
    private final Http second = DesignerAtWork.in(centre).calls();

    @BeforeAll
    static void start() {
        server = RestartableServer.started("--ringback.processes.approval=true");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void itWaitsForSomebodyElseAndIsDeployedWhenThatOneAgrees() {
        var asked = designer.deploy(CASE, named("Agreed to"), null, "because");
        var id = asked.json().path("draftId").asText();

        assertThat(asked.status()).isEqualTo(202);
        assertThat(waiting(second)).contains(id);
        refused(designer.calls().post(approve(id), ""), 403, "forbidden");
        refused(designer.calls().post(of(id, "reject"), reason("no")), 403, "forbidden");
        refused(second.post(of(id, "withdraw"), ""), 403, "forbidden");
        assertThat(second.get(of(id, "")).json().at("/files/0/content").asText())
                .isEqualTo(named("Agreed to"));

        var agreed = second.post(approve(id), "");

        assertThat(agreed.status()).as(agreed.body()).isEqualTo(200);
        assertThat(version(agreed, "callbackCase")).isGreaterThan(1);
        assertThat(waiting(second)).doesNotContain(id);
        conflict(second.post(approve(id), ""));
        conflict(second.post(of(id, "reject"), reason("too late")));
    }

    @Test
    void anAdministratorMayAgreeButNobodyElse() {
        var id = designer.deploy(CASE, named("By an administrator"))
                .json()
                .path("draftId")
                .asText();

        for (var role : List.of("AUDITOR", "SUPERVISOR", "AGENT")) {
            refused(centre.as(centre.person(role)).post(approve(id), ""), 403, "forbidden");
        }
        assertThat(waiting(centre.as(centre.person("AUDITOR")))).contains(id);
        assertThat(centre.as(centre.person("ADMIN")).post(approve(id), "").status())
                .isEqualTo(200);
    }

    @Test
    void whatIsRejectedOrWithdrawnIsNotDeployed() {
        var rejected =
                designer.deploy(CASE, named("Rejected")).json().path("draftId").asText();
        var withdrawn =
                designer.deploy(CASE, named("Withdrawn")).json().path("draftId").asText();

        assertThat(second.post(of(rejected, "reject"), reason("not that")).status())
                .isEqualTo(204);
        assertThat(designer.calls().post(of(withdrawn, "withdraw"), "").status())
                .isEqualTo(204);

        assertThat(waiting(second)).doesNotContain(rejected, withdrawn);
        conflict(second.post(approve(rejected), ""));
        conflict(second.post(approve(withdrawn), ""));
        notFound(second.post(approve(UUID.randomUUID().toString()), ""));
    }

    @Test
    void aRestoreWaitsTooAndSomethingWrongDoesNotEvenWait() {
        assertThat(designer.restore(1).status()).isEqualTo(202);
        refused(
                designer.deploy(CASE, shipped(CASE).replace("#{offerCallbackDelegate}", "#{nobody}")),
                422,
                "validation");
    }

    @Test
    void whatSomebodyElseHasReplacedMeanwhileIsNotDeployedOverIt() {
        var id = designer.deploy(CASE, named("Waits for long"), 1, "from version 1")
                .json()
                .path("draftId")
                .asText();
        var other = DesignerAtWork.in(centre);
        var faster =
                other.deploy(CASE, named("Is faster")).json().path("draftId").asText();
        assertThat(designer.calls().post(approve(faster), "").status()).isEqualTo(200);

        conflict(second.post(approve(id), ""));

        assertThat(waiting(second)).contains(id);
    }

    private static List<String> waiting(Http person) {
        return person.get(API + "/approvals").json().findValuesAsText("id");
    }

    private static String approve(String id) {
        return of(id, "approve");
    }

    private static String of(String id, String act) {
        return API + "/approvals/" + id + (act.isEmpty() ? "" : "/" + act);
    }

    private static String reason(String words) {
        return body(Map.of("reason", words));
    }
}
