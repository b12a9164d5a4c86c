package io.ringback.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The calls of auditors about the record. */
@RingbackTest
class RecordApiTest {

    @Autowired
    private Centre centre;

    @Autowired
    private Sealer sealer;

    @Autowired
    private MovableClock clock;

    @Test
    void theRecordIsComparedAndAnchoredWhenADayHasEnded() {
        var auditor = centre.as(centre.person("AUDITOR"));
        centre.request(centre.list(), centre.newNumber());
        seal();
        clock.advance(Duration.ofDays(1));
        centre.request(centre.list(), centre.newNumber());
        seal();

        var all = auditor.post("/api/v1/audit/verify", "{}");
        var some = auditor.post("/api/v1/audit/verify", "{\"from\": \"1\", \"to\": \"2026-01-01T00:00:00Z\"}");
        var wrong = auditor.post("/api/v1/audit/verify", "{\"from\": \"yesterday\"}");
        var anchors = auditor.get("/api/v1/audit/anchors");

        assertThat(all.status()).isEqualTo(200);
        assertThat(all.json().at("/ok").asBoolean()).isTrue();
        assertThat(all.json().at("/checked").asLong()).isPositive();
        assertThat(all.json().at("/firstBroken").isNull()).isTrue();
        assertThat(some.json().at("/ok").asBoolean()).isTrue();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(anchors.json().at("/items/0/hash").asText()).hasSize(64);
        assertThat(anchors.json().at("/items/0/count").asLong()).isPositive();

        assertThat(auditor.post("/api/v1/audit/checks", "").status()).isEqualTo(202);
        await().until(() -> auditor.get("/api/v1/audit/checks")
                .json()
                .at("/items/0/finishedAt")
                .isTextual());
        assertThat(auditor.get("/api/v1/audit/record.jsonl.gz").status()).isEqualTo(200);
    }

    @Test
    void whoTakesTheRecordOutIsRecordedAndAskedWhatFor() {
        var id = centre.person("AUDITOR");
        var auditor = centre.as(id);
        var root = centre.as(centre.person("ADMIN"));

        root.put("/api/v1/audit/purpose", "{\"askedOf\": \"AUDITORS\"}");
        assertThat(auditor.get("/api/v1/audit/record.jsonl.gz").status()).isEqualTo(428);
        root.put("/api/v1/audit/purpose", "{\"askedOf\": \"NOBODY\"}");
        assertThat(auditor.get("/api/v1/audit/record.jsonl.gz").status()).isEqualTo(200);

        assertThat(auditor.post("/api/v1/audit/reads", "{\"reader\": \"%s\"}".formatted(id))
                        .json()
                        .path("items")
                        .findValuesAsText("what"))
                .containsExactly("EXPORT");
    }

    private void seal() {
        while (sealer.seal()) {
            // on
        }
    }
}
