package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.ringback.support.Centre.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.ringback.support.Centre;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A desk that does not jump, says what it has done, and puts what is needed next first. */
@BrowserTest
class DeskCalmTest {

    private static final List<Integer> WIDTHS = List.of(1024, 1280, 1920);
    private static final Pattern CLOCK = Pattern.compile("\\d+:\\d\\d");

    @Autowired
    private Centre centre;

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "fi-FI", "sv-SE"})
    void theHeaderKeepsItsHeightInEveryState(String locale, Browsers browsers) {
        var list = centre.list();
        var agent = centre.named(centre.person("AGENT", "SUPERVISOR"), "Annika Virtanen");
        centre.giveAccess(agent, list);
        var anna = browsers.signedIn(agent, Look.usual().in(locale, "Europe/Helsinki"));
        var seen = new Heights(anna.page(), locale);
        anna.desk().join(list);
        seen.look("off");

        anna.desk().startReceiving();
        seen.look("waiting");
        centre.request(list, centre.newNumber());
        anna.desk().caseWindow().awaitPhase("BEFORE_CALL");
        seen.look("case");
        anna.desk().caseWindow().call();
        seen.look("call");
        anna.desk().become("BUSY");
        assertThat(anna.page().locator("#availability")).hasClass(Pattern.compile("is-BUSY"));
        seen.look("busy");

        seen.areTheSame();
    }

    @Test
    void oneClockShowsWhatIsLeftAndThenHowLongTheCallHasGoneOn(Browsers browsers) {
        var list = centre.list(Map.of("moreTimes", "1", "moreTimeBy", quoted("PT3M")));
        centre.request(list, centre.newNumber());
        var anna = browsers.agentOn(list);
        anna.desk().startReceiving();
        var window = anna.desk().caseWindow();
        var clocks = anna.page().locator("[role=timer]");
        assertThat(clocks).hasCount(1);
        assertThat(clocks).hasText(Pattern.compile("[01]:\\d\\d"));

        anna.page().getByText("I need more time (+3 min)").click();

        assertThat(clocks).hasText(Pattern.compile("4:\\d\\d"));
        assertThat(window.action("moreTime")).hasCount(0);

        window.call();

        assertThat(window.self()).containsText("In the call for");
        assertThat(clocks).hasCount(1);
        assertThat(clocks).hasText(CLOCK);
        assertThat(anna.page().locator("[role=timer][data-since]")).hasCount(1);
    }

    @Test
    void callIsTheFirstStopOfACaseThatOpens(Browsers browsers) {
        var list = centre.list();
        centre.request(list, centre.newNumber());
        var anna = browsers.agentOn(list);
        anna.desk().startReceiving();
        assertThat(anna.desk().caseWindow().title()).isFocused();

        anna.page().keyboard().press("Tab");

        assertThat(anna.page().locator("#call")).isFocused();

        var mark = anna.page().locator(".fjs-powered-by-link");
        assertThat(mark).isVisible();
        assertThat(mark).hasAttribute("tabindex", "-1");

        var own = anna.desk().caseWindow().popOut();
        new DeskPage(own.page()).awaitReady();
        assertThat(own.title()).isFocused();
        assertThat(own.page().locator("button").first()).hasId("call");

        anna.desk().stop();

        assertThat(own.page().locator("#idle")).containsText("Receiving has stopped");
    }

    @Test
    void savedIsSaidAndANameFromRightToLeftLeavesTheNumberAsItIs(Browsers browsers) {
        var list = centre.list();
        centre.request(list, centre.newNumber());
        var anna = browsers.agentOn(list);
        anna.desk().startReceiving();
        var window = anna.desk().caseWindow();
        var allocation = window.allocation();
        centre.request(list, "+358401234567", Map.of("callerName", quoted("\u05d3\u05d5\u05d3 12")));
        window.choose("OTHER");

        window.save();

        window.awaitOther(allocation);
        assertThat(anna.page().locator("[role=status] .toast-success")).hasText("Saved\u00d7");
        assertThat(anna.desk().toast("New case"))
                .containsText("\u2068\u05d3\u05d5\u05d3 12\u2069 +358\u00a040\u00a01234567");
    }

    @Test
    void whatTheTelephoneSystemReportsIsChosenUntilTheAgentChooses(Browsers browsers) {
        var list = centre.list();
        centre.request(list, centre.newNumber());
        var anna = browsers.agentOn(list);
        anna.desk().startReceiving();
        var window = anna.desk().caseWindow();
        window.call();
        assertThat(window.status("BUSY")).not().isChecked();

        told(anna.id(), "STARTED", "one", null);
        told(anna.id(), "ENDED", "one", "Q.850;cause=17");

        assertThat(window.status("BUSY")).isChecked();
        assertThat(window.self()).containsText("Chosen from what the telephone system reported");
        window.choose("OTHER");
        window.awaitDraftSaved();
        told(anna.id(), "STARTED", "two", null);
        told(anna.id(), "ENDED", "two", "NO_ANSWER");
        assertThat(window.attempts()).hasCount(2);
        assertThat(window.status("OTHER")).isChecked();
    }

    @Test
    void joinedListsComeFirstCanBeSearchedAndOpenAtTheFirstClickAfterAReload(Browsers browsers) {
        var lists = IntStream.range(0, 10)
                .mapToObj(number -> centre.list(Map.of("name", quoted("Queue %02d".formatted(number)))))
                .toList();
        var agent = centre.person("AGENT");
        lists.forEach(list -> centre.giveAccess(agent, list));
        var anna = browsers.signedIn(agent, Look.usual());
        var last = lists.get(9);
        anna.desk().join(last);

        assertThat(names(anna).first()).hasText("Queue 09");
        anna.page().locator("#list-search").fill("queue 04");
        assertThat(names(anna).filter(new Locator.FilterOptions().setVisible(true)))
                .hasCount(1);
        anna.page().locator("#list-search").fill("");
        anna.desk().toggleUsers(last);
        assertThat(anna.desk().user(last, agent)).isVisible();

        anna.page().reload();
        anna.desk().awaitReady();
        assertThat(anna.desk().user(last, agent)).hasCount(0);
        anna.desk().toggleUsers(last);

        assertThat(anna.desk().user(last, agent)).isVisible();
    }

    private static Locator names(Person anna) {
        return anna.page().locator("#lists .list .list-name");
    }

    private void told(String agent, String event, String call, @Nullable String cause) {
        var word = new TreeMap<>(Map.of(
                "agentId", quoted(agent),
                "externalCallId", quoted(agent + call),
                "event", quoted(event),
                "at", quoted(Instant.now().toString())));
        if (cause != null) {
            word.put("cause", quoted(cause));
        }
        var answer = centre.as(centre.person("INTEGRATOR")).post("/api/v1/calls/events", Centre.object(word));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** How high the header was in each state, by width. */
    private static final class Heights {

        private final Page page;
        private final String locale;
        private final List<String> all = new ArrayList<>();
        private final Map<Integer, Set<Long>> byWidth = new TreeMap<>();

        Heights(Page page, String locale) {
            this.page = page;
            this.locale = locale;
        }

        void look(String state) {
            for (var width : WIDTHS) {
                page.setViewportSize(width, 800);
                var height = Math.round(page.locator("header.top").boundingBox().height);
                byWidth.computeIfAbsent(width, any -> new TreeSet<>()).add(height);
                all.add("%s %s at %d px: %d".formatted(locale, state, width, height));
                Layout.check(state, page);
                var pictures = System.getProperty("ringback.pictures");
                if (pictures != null) {
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of(pictures, "%s-%s-%d.png".formatted(locale, state, width))));
                }
            }
        }

        void areTheSame() {
            assertThat(byWidth.values())
                    .as(String.join(System.lineSeparator(), all))
                    .allMatch(heights -> heights.size() == 1);
        }
    }
}
