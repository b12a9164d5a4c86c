package io.ringback.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The browsers of the other tests notice what those tests do not look for. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class BrowsersTest {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><title>A page</title><script src="/page.js" defer></script></head>
            <body><main><h1>A page</h1>%s</main></body></html>""";

    private Pages pages = new Pages(Map.of());

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void aPageWithoutFaultsIsLeftInPeace(Browsers browsers) {
        var person = at(browsers, "<p>All is well.</p>", "fetch('/').then(answer => answer.text())");

        assertThat(person.complaints()).isEmpty();
        Axe.check(person.page());
    }

    @Test
    void whatTheConsoleSaysIsAComplaint(Browsers browsers) {
        var person = at(browsers, "", "console.warn('careful'); console.error('broken'); console.log('fine')");

        assertThat(complaints(person)).satisfiesExactlyInAnyOrder(contains("careful"), contains("broken"));
    }

    @Test
    void anErrorNobodyCaughtIsAComplaint(Browsers browsers) {
        var person = at(browsers, "", "Promise.reject(new Error('in a promise')); throw new Error('at once')");

        assertThat(complaints(person)).satisfiesExactlyInAnyOrder(contains("in a promise"), contains("at once"));
    }

    @Test
    void inlineScriptAndStyleViolateThePolicy(Browsers browsers) {
        var person = at(browsers, "<p style='color: red'>red</p><script>document.title = 'x'</script>", "");

        assertThat(complaints(person))
                .anySatisfy(contains("policy violated: style-src-attr"))
                .anySatisfy(contains("policy violated: script-src-elem"));
    }

    @Test
    void aMissingFileIsAComplaint(Browsers browsers) {
        var person = at(browsers, "<img src='/missing.png' alt=''>", "");

        assertThat(complaints(person)).satisfiesExactly(contains("missing.png"));
    }

    @Test
    void noRequestLeavesTheMachineAndEachTryIsAComplaint(Browsers browsers) {
        var person = at(browsers, "<img src='http://elsewhere.example/x.png' alt=''>", "");

        assertThat(complaints(person))
                .anySatisfy(contains("request to another host: GET http://elsewhere.example/x.png"))
                .anySatisfy(contains("request failed: GET http://elsewhere.example/x.png net::ERR_NAME_NOT_RESOLVED"));
    }

    @Test
    void anotherPortIsAnotherHost(Browsers browsers) {
        try (var other = new Pages(Map.of("/", PAGE.formatted("")))) {
            var person = at(browsers, "", "");

            person.page().navigate(other.address().toString());

            assertThat(complaints(person)).anySatisfy(contains("request to another host: GET " + other.address()));
        }
    }

    @Test
    void whatWasExpectedIsNoComplaint(Browsers browsers) {
        var person = at(browsers, "", "console.error('broken'); console.error('worse')");

        person.expects("broken");

        assertThat(complaints(person)).satisfiesExactly(contains("worse"));
    }

    @Test
    void axeSaysWhatIsWrongAndWhere(Browsers browsers) {
        var person = at(browsers, "<input id='nameless'>", "");

        assertThatThrownBy(() -> Axe.check(person.page()))
                .hasMessageContaining("label (critical)")
                .hasMessageContaining("#nameless");
    }

    @Test
    void everyoneHasTheirOwnLook(Browsers browsers) {
        var fi = at(
                browsers,
                "",
                "",
                Look.usual().in("fi-FI", "Asia/Tokyo").narrow().dark());

        var seen = fi.page().evaluate("""
                () => [navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone, innerWidth,
                    matchMedia('(prefers-color-scheme: dark)').matches]""");

        assertThat(seen).isEqualTo(List.of("fi-FI", "Asia/Tokyo", 320, true));
    }

    @Test
    void aBrokenLineLosesWhatIsOnItAndComesBack(Browsers browsers) {
        pages = new Pages(Map.of("/", PAGE.formatted(""), "/page.js", ""));
        try (var line = new Line(pages.address())) {
            var person = browsers.open("somebody", Look.usual(), line.address());
            person.visit("/");

            line.cut();
            assertThat(fetched(person)).isEqualTo("failed");
            line.restore();
            assertThat(fetched(person)).isEqualTo("200");
            line.loseAnswers();
            assertThat(fetched(person)).isEqualTo("failed");

            assertThat(complaints(person)).isNotEmpty().allSatisfy(contains("net::ERR_"));
        }
    }

    @Test
    void complaintsFailTheTestAfterIt(Browsers browsers) {
        var person = at(browsers, "", "console.error('broken')");

        assertThatThrownBy(() -> browsers.close(false)).hasMessageContaining("somebody: console error: broken");
        assertThat(person.page().isClosed()).isTrue();
    }

    private Person at(Browsers browsers, String body, String script) {
        return at(browsers, body, script, Look.usual());
    }

    private Person at(Browsers browsers, String body, String script, Look look) {
        pages = new Pages(Map.of("/", PAGE.formatted(body), "/page.js", script));
        var person = browsers.open("somebody", look, pages.address());
        person.visit("/");
        return person;
    }

    private static Object fetched(Person person) {
        return person.page().evaluate("() => fetch('/').then(answer => String(answer.status), () => 'failed')");
    }

    /** What was complained of, which this test has seen by that. */
    private static List<String> complaints(Person person) {
        var complaints = person.complaints();
        person.expects("");
        return complaints;
    }

    private static org.assertj.core.api.ThrowingConsumer<String> contains(String text) {
        return complaint -> assertThat(complaint).contains(text);
    }
}
