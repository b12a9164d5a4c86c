package io.ringback.list;

import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import io.ringback.support.WebSession;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Forms of our pages, as htmx sends them to the API. */
@RingbackTest
class FormsOfPagesTest {

    private static final String SETTINGS =
            "name=Night+desk&region=FI&zone=Europe/Helsinki&order=REQUESTED&dueAfter=90&dueAfter=PT%25M&expiresAfter=2"
                    + "&expiresAfter=P%25D&longestCall=1&longestCall=PT%25H&shortestRetry=5&shortestRetry=PT%25M&maxAttempts=4"
                    + "&formKey=&specialNumbers=true";

    @Autowired
    private Centre centre;

    private Http sam;
    private String list;

    @BeforeEach
    void aListWithASupervisor() {
        list = centre.list();
        sam = centre.as(centre.person("SUPERVISOR"));
    }

    @Test
    void aFormSaysTheSameAsJson() {
        var saved = htmx("PUT", "/api/v1/lists/" + list, SETTINGS, "1");

        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(saved.json().path("name").asText()).isEqualTo("Night desk");
        assertThat(saved.json().path("order").asText()).isEqualTo("REQUESTED");
        assertThat(saved.json().path("dueAfter").asText()).isEqualTo("PT1H30M");
        assertThat(saved.json().path("expiresAfter").asText()).isEqualTo("PT48H");
        assertThat(saved.json().path("autoStopAfter").isNull()).isTrue();
        assertThat(saved.json().path("maxAttempts").asInt()).isEqualTo(4);
        assertThat(saved.json().path("formKey").isNull()).isTrue();
        assertThat(saved.json().path("specialNumbers").asBoolean()).isTrue();
        assertThat(saved.json().path("externalIdOnce").asBoolean()).isFalse();
    }

    @Test
    void aTickThatIsTakenAwayIsAFormWithoutFields() {
        var anna = centre.agentOn(list);

        var answer = htmx("PUT", "/api/v1/lists/%s/agents/%s/active".formatted(list, anna), "", null);

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(centre.desk(anna).at("/lists/0/active").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "dueAfter, dueAfter=soon",
        "dueAfter, dueAfter=-5&dueAfter=PT%25M",
        "dueAfter, dueAfter=&dueAfter=PT%25M",
        "maxAttempts, maxAttempts=many",
        "maxAttempts, maxAttempts=0",
        "zone, zone=Nowhere",
        "order, order=LAST",
        "name, name=+"
    })
    void whatIsWrongIsToldAtItsFieldAsInJson(String field, String written) {
        var form = SETTINGS.replaceAll("(^|&)" + field + "=[^&]*", "") + "&" + written;

        invalid(htmx("PUT", "/api/v1/lists/" + list, form, "1"), field);
    }

    @Test
    void theVersionCountsAsInJson() {
        htmx("PUT", "/api/v1/lists/" + list, SETTINGS, "1");

        refused(htmx("PUT", "/api/v1/lists/" + list, SETTINGS, "1"), 412, "precondition-failed");
        refused(htmx("PUT", "/api/v1/lists/" + list, SETTINGS, null), 428, "precondition-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
    void aFormOfAnybodyElseIsNotRead(String method) {
        var answer = sam.send(form("/api/v1/lists/" + list)
                .method(method, HttpRequest.BodyPublishers.ofString(SETTINGS))
                .build());

        refused(
                answer,
                method.equals("POST") ? 405 : 415,
                method.equals("POST") ? "method-not-allowed" : "unsupported-media-type");
    }

    @Test
    void aFormHasNoQueryInItsAddress() {
        refused(htmx("PUT", "/api/v1/lists/%s?name=x".formatted(list), SETTINGS, "1"), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({
        "NO_TIME,   week,       '', '[]', '[]'",
        "OVERLAP,   week,       'TUESDAY 08:00–16:00, TUESDAY 10:00–12:00',"
                + " '[{\"day\":\"TUESDAY\",\"from\":\"10:00\",\"to\":\"12:00\"},{\"day\":\"TUESDAY\",\"from\":\"08:00\",\"to\":\"16:00\"}]', '[]'",
        "OVERLAP,   week,       'MONDAY 08:00–16:00, SUNDAY 22:00–09:00',"
                + " '[{\"day\":\"MONDAY\",\"from\":\"08:00\",\"to\":\"16:00\"},{\"day\":\"SUNDAY\",\"from\":\"22:00\",\"to\":\"09:00\"}]', '[]'",
        "DAY_TWICE, closedDays, '2026-12-24', '[{\"day\":\"MONDAY\",\"from\":\"08:00\",\"to\":\"16:00\"}]',"
                + " '[{\"date\":\"2026-12-24\",\"name\":\"a\"},{\"date\":\"2026-12-24\",\"name\":\"b\"}]'"
    })
    void hoursThatContradictEachOtherAreNamedForPages(
            String code, String field, String value, String week, String closedDays) {
        var answer = htmx(
                "PUT",
                "/api/v1/lists/%s/hours".formatted(list),
                "week=" + encoded(week) + "&closedDays=" + encoded(closedDays),
                "0");

        invalid(answer, field);
        assertThat(answer.json().at("/errors/0/code").asText()).isEqualTo(code);
        assertThat(answer.json().at("/errors/0/value").asText()).isEqualTo(value);
    }

    @Test
    void theWeekIsDrawnAsItIsBeingEntered() {
        var picture = picture("[{\"day\":\"SUNDAY\",\"from\":\"22:00\",\"to\":\"06:00\"}]");

        assertThat(picture.status()).as(picture.body()).isEqualTo(200);
        assertThat(picture.body())
                .contains("data-bars=\"SUNDAY\"", "22:00–24:00")
                .contains("data-bars=\"MONDAY\"", "00:00–06:00")
                .doesNotContain("<html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[{]", "{}", "soon", "[{\"day\":\"MONDAY\"}]", "[null]"})
    void aWeekThatIsNoneIsRefused(String week) {
        assertThat(picture(week).status()).isIn(400, 422);
    }

    private Http.Answer picture(String week) {
        var browser = centre.signedIn(centre.person("SUPERVISOR"));
        var page = "/supervision/lists/%s/hours".formatted(list);
        return browser.form(page + "/_picture", Map.of("week", week, "_csrf", WebSession.token(browser.page(page))));
    }

    private Http.Answer htmx(String method, String path, String fields, @Nullable String version) {
        var request =
                form(path).header("HX-Request", "true").method(method, HttpRequest.BodyPublishers.ofString(fields));
        return sam.send((version == null ? request : request.header("If-Match", "\"" + version + "\"")).build());
    }

    private HttpRequest.Builder form(String path) {
        return sam.request(path).header("Content-Type", "application/x-www-form-urlencoded");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
