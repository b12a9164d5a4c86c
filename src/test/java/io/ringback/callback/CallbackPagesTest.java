package io.ringback.callback;

import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Supervisors and auditors leaf through the callbacks. */
@RingbackTest
class CallbackPagesTest {

    @Autowired
    private Centre centre;

    private String list;

    @BeforeEach
    void aList() {
        list = centre.list();
    }

    @Test
    void pagesFollowEachOtherInOrderOfArrivalWithoutGapOrRepetition() {
        var requested = requests(5);

        var seen = new ArrayList<String>();
        var sizes = new ArrayList<Integer>();
        var after = "";
        do {
            var page = page("listId=" + list + "&limit=2" + after);
            seen.addAll(page.path("items").findValuesAsText("id"));
            sizes.add(page.path("items").size());
            after = page.get("next").isNull()
                    ? null
                    : "&after=" + page.path("next").asText();
        } while (after != null);

        assertThat(seen).isEqualTo(requested);
        assertThat(sizes).containsExactly(2, 2, 1);
    }

    @Test
    void aPageThatEndsWithTheLastCallbackNamesNoNext() {
        requests(2);

        var page = page("listId=" + list + "&limit=2");

        assertThat(page.path("items")).hasSize(2);
        assertThat(page.get("next").isNull()).isTrue();
    }

    @Test
    void callbacksThatArriveWhileLeafingComeLater() {
        var requested = requests(2);
        var first = page("listId=" + list + "&limit=1");
        var late = requests(1);

        var rest = page(
                "listId=%s&limit=9&after=%s".formatted(list, first.path("next").asText()));

        assertThat(rest.path("items").findValuesAsText("id")).containsExactly(requested.get(1), late.get(0));
    }

    @Test
    void filtersNarrowThePage() {
        var waiting = centre.request(list, "040 555 0001");
        var merged = centre.request(list, "040 555 0001");
        centre.request(list, centre.newNumber());

        assertThat(ids("listId=" + list)).hasSize(3);
        assertThat(ids("listId=" + list + "&status=MERGED")).containsExactly(text(merged));
        for (var spelling : new String[] {"040%20555%200001", "%2B358405550001", "+358405550001", "00358405550001"}) {
            assertThat(ids("listId=" + list + "&phoneNumber=" + spelling)).containsExactly(text(waiting), text(merged));
        }
        assertThat(ids("phoneNumber=%2B358405550001&status=WAITING")).containsExactly(text(waiting));
        assertThat(ids("listId=no-such")).isEmpty();
    }

    @Test
    void anEndThatIsNotOneOfTheseFiltersIsRefused() {
        requests(2);
        var next = page("listId=" + list + "&limit=1").path("next").asText();
        var other = centre.list();
        var foreign = text(centre.request(other, centre.newNumber()));
        var damaged = (next.startsWith("f") ? "0" : "f") + next.substring(1);

        for (var after : List.of(foreign, damaged, UUID.randomUUID().toString())) {
            invalid(get("listId=" + list + "&after=" + after), "after");
        }
        invalid(get("listId=%s&after=%s".formatted(other, next)), "after");
        invalid(get("from=2099-01-01T00:00:00Z&after=" + next), "after");
        invalid(get("after=" + next.toUpperCase(Locale.ROOT).replace("-", "")), "after");
        assertThat(get("listId=%s&status=MERGED&after=%s".formatted(list, next)).status())
                .as("it may have another status by now")
                .isEqualTo(200);
    }

    @Test
    void anItemIsAWholeCallback() {
        var callback = centre.request(list, centre.newNumber());

        assertThat(page("listId=" + list).at("/items/0")).isEqualTo(callback);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=-1, limit",
        "limit=501, limit",
        "limit=99999999999, limit",
        "limit=1.5, limit",
        "limit=all, limit",
        "status=OPEN, status",
        "status=5, status",
        "after=yesterday, after",
        "after=5, after",
        "phoneNumber=12, phoneNumber",
        "phoneNumber=call%20me, phoneNumber",
        "phoneNumber=0401112223, phoneNumber",
        "setAside=perhaps, setAside"
    })
    void badParametersAreNamed(String query, String field) {
        var answer = centre.as(centre.person("SUPERVISOR")).get("/api/v1/callbacks?" + query);

        invalid(answer, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"listId=a%00b", "phoneNumber=%00", "after=%00", "listId=%ED%A0%80%00", "status=%00"})
    void whatNoAddressMayHoldIsRefused(String query) {
        refused(centre.as(centre.person("SUPERVISOR")).get("/api/v1/callbacks?" + query), 400, "malformed-request");
    }

    private List<String> requests(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> text(centre.request(list, centre.newNumber())))
                .toList();
    }

    private Http.Answer get(String query) {
        return centre.as(centre.person("SUPERVISOR")).get("/api/v1/callbacks?" + query);
    }

    private List<String> ids(String query) {
        return page(query).path("items").findValuesAsText("id");
    }

    private JsonNode page(String query) {
        var answer = centre.as(centre.person("AUDITOR")).get("/api/v1/callbacks?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String text(JsonNode callback) {
        return callback.path("id").asText();
    }
}
