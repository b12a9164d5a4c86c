package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.ringback.support.Centre;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever works in Finnish or Swedish sees nothing in English, and times as they are written there. */
@BrowserTest
class LanguagesTest {

    /** All that is shown or read out, except what people and other programs have entered, and times. */
    private static final String TEXTS = """
            () => {
                const data = 'time, kbd, code, pre, script, style, template, #form, [lang]:not(html), .brand, .agent, .caller,'
                    + ' .number, .who-waits, .attempts .note, .list-name, [data-number], .timer, [data-keys],'
                    + ' #people .tick, .facts > div:first-child dd, .facts > div:nth-child(n + 6):not(:last-child)';
                const texts = new Set();
                const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) {
                    if (!walker.currentNode.parentElement.closest(data)) {
                        texts.add(walker.currentNode.data);
                    }
                }
                for (const element of document.querySelectorAll('[aria-label], [title]:not(time), [placeholder], [alt]')) {
                    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
                        texts.add(element.getAttribute(name) ?? '');
                    }
                }
                return [...texts].map(text => text.replace(/\\s+/g, ' ').trim()).filter(text => text);
            }""";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Centre centre;

    @Autowired
    private Environment environment;

    @ParameterizedTest
    @CsvSource({"fi, fi-FI", "sv, sv-SE"})
    void nothingIsSaidInAnyOtherLanguage(String language, String locale, Browsers browsers) {
        var known = Stream.concat(messages("_" + language).values().stream().map(Object::toString), reasons(language))
                .filter(message -> message.replaceAll("\\{\\d}|[^\\p{L}]", "").length() > 1)
                .map(LanguagesTest::pattern)
                .toList();
        var foreign = new TreeSet<String>();
        var states = new States(browsers, jdbc, Look.usual().in(locale, "Europe/Helsinki"), (state, page) -> {
            assertThat(page.locator("html")).hasAttribute("lang", language);
            unknown(page, known).forEach(text -> foreign.add("%s: “%s”".formatted(state, text)));
        });

        List<Consumer<States>> themes = List.of(
                States::aroundTheDesk,
                States::withoutCase,
                States::caseInHand,
                States::trouble,
                States::poppedOut,
                States::opened);
        themes.forEach(theme -> theme.accept(states));

        assertThat(foreign).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, Europe/London, HH:mm, '\\w+,? \\d{1,2} \\w+,? .*'",
        "fi-FI, Europe/Helsinki, H.mm, '\\w+ \\d{1,2}\\.\\d{1,2}\\. klo .*'",
        "sv-SE, Asia/Tokyo, HH:mm, '\\w+ \\d{1,2} \\w+\\.? .*'"
    })
    void timesAreThoseOfTheAgentsLocaleAndZone(
            String locale, String zone, String clock, String form, Browsers browsers) {
        var list = centre.list();
        var due = Instant.parse(
                centre.request(list, centre.newNumber()).path("dueAt").asText());
        var anna = browsers.signedIn(centre.agentOn(list), Look.usual().in(locale, zone));
        anna.desk().startReceiving();
        anna.desk().caseWindow().awaitOpen();

        var shown = anna.page().locator(".facts > div:nth-child(4) time").textContent();

        var time = DateTimeFormatter.ofPattern(clock).format(due.atZone(ZoneId.of(zone)));
        assertThat(shown).matches("(?U)" + form).contains(time);
        var before = Instant.now();
        anna.desk().caseWindow().choose("BUSY");
        var chosen = LocalDateTime.parse(anna.desk().caseWindow().retryAt().inputValue());
        assertThat(chosen.atZone(ZoneId.of(zone)).toInstant())
                .isBetween(before.plusSeconds(239), Instant.now().plusSeconds(301));
    }

    @Test
    void theLanguageChosenInTheSettingsSticks(Browsers browsers) {
        var anna = browsers.agentOn(centre.list());
        anna.page().locator("#open-settings").click();
        anna.page().locator("#settings a[hreflang=fi]").click();
        anna.desk().awaitReady();
        assertThat(anna.page().locator("html")).hasAttribute("lang", "fi");

        anna.go("/desk");
        assertThat(anna.page().locator("#idle h2")).hasText("Et vastaanota takaisinsoittoja");
        anna.desk().startReceiving();
        assertThat(anna.page().locator("#idle h2")).hasText("Odotetaan seuraavaa tapausta");
        anna.page().locator("#signOut").click();
        assertThat(anna.page().locator("h2").first()).hasText("Kirjaudu sisään");
    }

    /** What no message says. */
    private static List<String> unknown(Page page, List<Pattern> known) {
        var unknown = new ArrayList<String>();
        for (var text : (List<?>) page.evaluate(TEXTS)) {
            for (var part : String.valueOf(text).split(" – |:$|^: ")) {
                var said =
                        known.stream().anyMatch(pattern -> pattern.matcher(part).matches());
                var data = !part.matches("(?U).*\\p{L}{2}.*")
                        || List.of("Ringback", "Powered by bpmn.io").contains(part)
                        || part.startsWith("Test ")
                        || part.equals(States.LONG_NAME)
                        || part.startsWith("List list-");
                if (!said && !data) {
                    unknown.add(part);
                }
            }
        }
        return unknown;
    }

    private static Pattern pattern(String message) {
        var parts = message.replace("''", "'").replaceFirst(":$", "").split("\\{\\d}", -1);
        var regex = Arrays.stream(parts).map(Pattern::quote).toList();
        return Pattern.compile(String.join(".*", regex));
    }

    /** What agents can be away for, as it comes with the server. */
    private Stream<String> reasons(String language) {
        return jdbc
                .sql("SELECT coalesce(name_%s, name) FROM ringback.away_reason".formatted(language))
                .query(String.class)
                .list()
                .stream();
    }

    /** What the server can say. */
    private Map<Object, Object> messages(String suffix) {
        var messages = new Properties();
        for (var bundle : environment.getRequiredProperty("spring.messages.basename", String[].class)) {
            var name = "/" + bundle + suffix + ".properties";
            try (var file = Objects.requireNonNull(LanguagesTest.class.getResourceAsStream(name));
                    var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
                messages.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return messages;
    }
}
