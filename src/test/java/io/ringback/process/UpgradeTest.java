package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.RestartableServer;
import io.ringback.support.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** New versions of the models come while cases are running. */
@Tag("server")
class UpgradeTest {

    @Nested
    @TestPropertySource(properties = "spring.application.name=upgrade")
    class From010 extends CasesOnOlderVersions {
        From010() {
            super("0.1.0");
        }
    }

    @Nested
    @TestPropertySource(properties = "spring.application.name=upgrade")
    class FromTheFirstOf020 extends CasesOnOlderVersions {
        FromTheFirstOf020() {
            super("0.2.0-first");
        }
    }

    @Nested
    @TestPropertySource(properties = "spring.application.name=upgrade")
    class FromTheSecondOf020 extends CasesOnOlderVersions {
        FromTheSecondOf020() {
            super("0.2.0-second");
        }
    }

    @Nested
    class ToARedrawnOne {

        @Test
        void casesRunningOnTheShippedVersionEndByItAndNewOnesByTheRedrawnOne() {
            RedrawnModels.write();
            var url = TestDatabase.create().url();
            String list;
            String anna;
            String bert;
            JsonNode ofAnna;
            JsonNode ofBert;
            JsonNode waiting;
            try (var shipped = RestartableServer.startedOn(url)) {
                var centre = shipped.centre();
                list = centre.list(Map.of("autoStopAfter", "null", "closeAfterCall", "null"));
                anna = centre.agentOn(list);
                bert = centre.agentOn(list);
                ofAnna = centre.request(list, centre.newNumber());
                ofBert = centre.request(list, centre.newNumber());
                waiting = centre.request(list, centre.newNumber());
                centre.receive(anna, true);
                centre.receive(bert, true);
                centre.call(bert);
            }

            try (var redrawn = RestartableServer.startedOn(
                    url,
                    "--ringback.processes.folder=" + RedrawnModels.PROCESSES,
                    "--ringback.forms.folder=" + RedrawnModels.FORMS)) {
                var centre = redrawn.centre();
                centre.save(
                        bert,
                        "BUSY",
                        Map.of(
                                "retryAt",
                                "\"%s\"".formatted(java.time.Instant.now().plusSeconds(7200))));
                var next = centre.request(list, centre.newNumber());
                centre.save(anna, "ANSWERED");

                assertThat(centre.status(ofAnna)).isEqualTo("RESOLVED");
                assertThat(centre.status(ofBert)).isEqualTo("SCHEDULED");
                assertThat(centre.as(centre.person("SUPERVISOR"))
                                .get("/api/v1/callbacks/%s/history"
                                        .formatted(ofBert.path("id").asText()))
                                .body())
                        .contains("\"AGENT\"");
                assertThat(centre.desk(bert).at("/case/callback/id")).isEqualTo(waiting.path("id"));
                assertThat(centre.desk(anna).at("/case/callback/id")).isEqualTo(next.path("id"));
                centre.save(anna, "OTHER");
                assertThat(centre.status(next)).isEqualTo("CANCELLED");
            }
        }
    }
}
