package io.ringback.auditor;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever looks at callers' data is recorded, once for each look. */
@RingbackTest
class ReadsTest {

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private JsonNode callback;
    private String number;

    @BeforeEach
    void aCallback() {
        number = centre.newNumber();
        callback = centre.request(centre.list(), number);
    }

    @AfterEach
    void nobodyIsAskedAnyMore() {
        ask(PurposeOf.NOBODY);
    }

    @Test
    void aProgramThatAsksAgainAndAgainLooksOnce() {
        var program = centre.person("INTEGRATOR");

        for (int i = 0; i < 3; i++) {
            assertThat(centre.as(program).get(address()).status()).isEqualTo(200);
        }

        assertThat(reads(program)).singleElement().satisfies(read -> {
            assertThat(read.get("type")).isEqualTo("LOOKED_AT_CALLBACK");
            assertThat(read.get("callback_id")).isEqualTo(Centre.id(callback));
            assertThat(String.valueOf(read.get("details"))).contains("GET /api/v1/callbacks/{id}");
        });
    }

    @Test
    void whoComesBackLaterLooksAgain() {
        var program = centre.person("INTEGRATOR");

        centre.as(program).get(address());
        clock.advance(AuditReads.ONE_LOOK.plusSeconds(1));
        centre.as(program).get(address());

        assertThat(reads(program)).hasSize(2);
    }

    @Test
    void theHistoryAndTheStreamOfEventsKeepSilentAboutReaders() {
        var supervisor = centre.as(centre.person("SUPERVISOR"));

        supervisor.get(address());
        supervisor.get(address() + "/history");

        assertThat(supervisor.get(address() + "/history").body()).doesNotContain("LOOKED");
        assertThat(jdbc.sql("""
                        SELECT count(*) FROM ringback.outgoing_new JOIN ringback.audit_event ON id = audit_id
                        WHERE starts_with(type, 'LOOKED_AT')""").query(Integer.class).single()).isZero();
    }

    @Test
    void whatIsNotThereWasNotLookedAt() {
        var supervisor = centre.person("SUPERVISOR");

        notFound(centre.as(supervisor).get("/api/v1/callbacks/" + UUID.randomUUID()));

        assertThat(reads(supervisor)).isEmpty();
    }

    @Test
    void aFileThatIsRefusedWasNotLookedAt() {
        var auditor = centre.person("AUDITOR");
        var exports = "/api/v1/audit/exports/";

        notFound(centre.as(auditor).post(exports + "people.csv", "{}"));
        invalid(centre.as(auditor).post(exports + "callbacks.csv", json("{'processVersion':'x'}")), "processVersion");
        invalid(centre.as(auditor).post(exports + "callbacks.csv", json("{'after':'%s'}", UUID.randomUUID())), "after");
        assertThat(reads(auditor)).isEmpty();

        assertThat(centre.as(auditor)
                        .post(exports + "callbacks.jsonl", json("{'externalId':'%s'}", UUID.randomUUID()))
                        .body())
                .isEmpty();
        assertThat(reads(auditor)).hasSize(1);
    }

    @Test
    void aNumberWhereATimeBelongsIsNotKept() {
        var auditor = centre.person("AUDITOR");
        var page = "/audit/processes/callbackCase/versions/1?from=";

        centre.signedIn(auditor).get(page + "050%20777%201234");
        centre.signedIn(auditor).get(page + "2026-11-29");

        assertThat(reads(auditor))
                .extracting(read -> String.valueOf(read.get("details")))
                .anySatisfy(details -> assertThat(details).contains("2026-11-29"))
                .noneSatisfy(details -> assertThat(details).contains("1234"));
    }

    @Test
    void whatWasLookedForIsKeptAsAHash() {
        var supervisor = centre.person("SUPERVISOR");

        centre.as(supervisor).get("/api/v1/callbacks?phoneNumber=" + number.replace("+", "%2B"));

        assertThat(reads(supervisor)).singleElement().satisfies(read -> {
            assertThat(read.get("type")).isEqualTo("LOOKED_AT_CALLBACKS");
            assertThat(read.toString()).contains("sought").doesNotContain(number.substring(4));
        });
    }

    @Test
    void whoIsAskedWhatForSaysSoInAHeader() {
        ask(PurposeOf.EVERYONE);
        var supervisor = centre.person("SUPERVISOR");

        refused(centre.as(supervisor).get(address()), 428, "purpose-required");
        assertThat(reads(supervisor)).isEmpty();

        assertThat(withPurpose(supervisor, "a%20complaint%20%C3%A4").toString()).contains("200");
        assertThat(reads(supervisor))
                .singleElement()
                .satisfies(read -> assertThat(read.get("reason")).isEqualTo("a complaint ä"));
        assertThat(withPurpose(supervisor, "x".repeat(201)).toString()).contains("422");
    }

    @Test
    void aPurposeNamesNoTelephoneNumberSinceItIsKeptForEver() {
        var supervisor = centre.person("SUPERVISOR");

        assertThat(withPurpose(supervisor, "call%20from%20050-777%201234")).isEqualTo(422);
        assertThat(withPurpose(supervisor, "call%20from%20" + number.replace("+", "%2B")))
                .isEqualTo(422);
        assertThat(withPurpose(supervisor, "ticket%2020260102,%20of%2002.01.2026%2010:00%20or%2002-01-2026"))
                .isEqualTo(200);
    }

    @Test
    void auditorsAloneMayBeAsked() {
        ask(PurposeOf.AUDITORS);

        assertThat(centre.as(centre.person("SUPERVISOR")).get(address()).status())
                .isEqualTo(200);
        refused(centre.as(centre.person("AUDITOR")).get(address()), 428, "purpose-required");
    }

    private Integer withPurpose(String who, String purpose) {
        var http = centre.as(who);
        return http.send(http.request(address())
                        .header(GivenPurpose.HEADER, purpose)
                        .method("GET", HttpRequest.BodyPublishers.noBody())
                        .build())
                .status();
    }

    private String address() {
        return "/api/v1/callbacks/" + Centre.id(callback);
    }

    private void ask(PurposeOf whom) {
        jdbc.sql("UPDATE ringback.reading SET purpose = ?").param(whom.name()).update();
    }

    private List<Map<String, Object>> reads(String reader) {
        return jdbc.sql(
                        "SELECT * FROM ringback.audit_event WHERE actor = ? AND starts_with(type, 'LOOKED_AT') ORDER BY id")
                .param(reader)
                .query()
                .listOfRows();
    }
}
