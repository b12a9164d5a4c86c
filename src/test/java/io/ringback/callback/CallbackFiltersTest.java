package io.ringback.callback;

import static io.ringback.support.Refusal.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Further ways to narrow and order the callbacks. */
@RingbackTest
class CallbackFiltersTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    private String list;

    @BeforeEach
    void aList() {
        list = centre.list();
    }

    @Test
    void theNewestComeFirstIfAskedForPageByPage() {
        var requested = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofSeconds(1));
            requested.add(text(centre.request(list, centre.newNumber())));
        }

        var first = page("order=NEWEST&limit=3");
        var second = page("order=NEWEST&limit=3&after=" + first.path("next").asText());

        var seen = new ArrayList<>(first.path("items").findValuesAsText("id"));
        seen.addAll(second.path("items").findValuesAsText("id"));
        Collections.reverse(requested);
        assertThat(seen).isEqualTo(requested);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void fromIncludesAndToExcludesItsMoment() {
        var first = centre.request(list, centre.newNumber());
        clock.advance(Duration.ofHours(1));
        var second = centre.request(list, centre.newNumber());
        var moment = second.path("createdAt").asText();

        assertThat(ids("from=" + moment)).containsExactly(text(second));
        assertThat(ids("to=" + moment)).containsExactly(text(first));
    }

    @Test
    void openAndOverdueAreToldByTheRow() {
        var number = centre.newNumber();
        var waiting = centre.request(list, number);
        var merged = centre.request(list, number);

        assertThat(ids("open=true")).containsExactly(text(waiting));
        assertThat(ids("open=false")).containsExactly(text(merged));
        assertThat(ids("overdue=true")).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(ids("overdue=true")).containsExactly(text(waiting));
        assertThat(ids("overdue=false")).containsExactly(text(merged));
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from",
        "from=-5, from",
        "to=1999-12-31T00:00:00Z, to",
        "to=+10000-01-01T00:00:00Z, to",
        "open=perhaps, open",
        "overdue=2, overdue",
        "order=PRETTIEST, order"
    })
    void badParametersAreNamed(String query, String field) {
        invalid(centre.as(centre.person("SUPERVISOR")).get("/api/v1/callbacks?" + query), field);
    }

    private List<String> ids(String query) {
        return page(query).path("items").findValuesAsText("id");
    }

    private JsonNode page(String query) {
        var answer = centre.as(centre.person("AUDITOR")).get("/api/v1/callbacks?listId=%s&%s".formatted(list, query));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String text(JsonNode callback) {
        return callback.path("id").asText();
    }
}
