package io.ringback;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A server that is found below a path, behind a proxy that passes on other things, too. */
@RingbackTest
@TestPropertySource(properties = "server.servlet.context-path=/calls/back")
class ContextPathTest {

    private static final String PATH = "/calls/back";
    private static final Pattern FOLLOWED = Pattern.compile("\\s(?:href|src|action|hx-get)=\"(/?[^\"#?][^\"]*|/)\"");

    @Autowired
    private Centre centre;

    @Test
    void everyAddressOnEveryPageLeadsSomewhereBelowThePath() {
        var list = centre.list();
        centre.request(list, centre.newNumber());
        var person = centre.person("ADMIN", "AGENT", "SUPERVISOR", "AUDITOR", "DESIGNER");
        centre.giveAccess(person, list);
        var browser = centre.signedIn(person).atTheTop();
        var seen = new HashSet<String>();
        var next = new ArrayDeque<>(List.of(
                PATH + "/",
                PATH + "/desk",
                PATH + "/desk/case",
                PATH + "/supervision/wallboard",
                PATH + "/supervision/lists/" + list,
                PATH + "/supervision/lists/" + list + "/hours",
                PATH + "/admin/people/" + person));
        var wrong = new ArrayList<String>();

        while (!next.isEmpty() && seen.size() < 400) {
            var address = next.poll();
            if (seen.add(address)) {
                var answer = browser.page(address);
                if (answer.status() == 302) {
                    next.add(String.valueOf(answer.header("Location")));
                } else if (answer.status() != 200) {
                    wrong.add("%d %s".formatted(answer.status(), address));
                } else if (String.valueOf(answer.header("Content-Type")).startsWith("text/html")) {
                    addresses(answer.body()).forEach(found -> {
                        if (!found.startsWith(PATH + "/") && !found.startsWith("http")) {
                            wrong.add("%s on %s".formatted(found, address));
                        } else if (isPage(found)) {
                            next.add(found);
                        }
                    });
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(seen).hasSizeGreaterThan(40);
    }

    @Test
    void whoWantsAPageIsLedThereAfterSigningIn() {
        var person = centre.person("AGENT");
        var browser = centre.browser();
        var refused = browser.page("/desk");
        assertThat(refused.header("Location")).isEqualTo(PATH + "/login?next=%2Fcalls%2Fback%2Fdesk");

        var answer = browser.signIn("/login?next=%2Fcalls%2Fback%2Fdesk", person, Centre.PASSWORD);

        assertThat(answer.header("Location")).isEqualTo(PATH + "/desk");
        browser.page("/desk");
        assertThat(browser.page("/").header("Location")).endsWith(PATH + "/desk");
        assertThat(browser.signOut().header("Location")).endsWith(PATH + "/login?signedOut");
    }

    @Test
    void noCookieGoesToOthersOnTheHost() {
        var browser = centre.signedIn(centre.person("AGENT"));

        browser.page("/desk?lang=fi");

        assertThat(browser.cookies())
                .hasSizeGreaterThan(2)
                .allSatisfy(cookie -> assertThat(cookie.getPath()).startsWith(PATH));
    }

    @Test
    void whatIsMadeIsFoundWhereTheAnswerSays() {
        var supervisor = centre.as(centre.person("SUPERVISOR", "ADMIN"));
        var list = centre.list();
        var made = Stream.of(
                centre.as(centre.person("INTEGRATOR"))
                        .post(
                                "/api/v1/callbacks",
                                json("{'listId':'%s','phoneNumber':'%s','source':'IVR'}", list, centre.newNumber())),
                supervisor.post(
                        "/api/v1/accounts",
                        json("{'id':'made','name':'Made','password':'correct horse 1','roles':['AGENT']}")));

        assertThat(made).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            assertThat(answer.header("Location")).startsWith(PATH + "/api/v1/");
        });
    }

    @Test
    void aLinkToChooseAPasswordLeadsBelowThePath() {
        var chief = centre.as(centre.person("ADMIN"));

        var answer = chief.post("/api/v1/accounts/%s/password-link".formatted(centre.person("AGENT")), "");

        assertThat(answer.json().path("url").asText()).contains(PATH + "/welcome#");
    }

    private static List<String> addresses(String html) {
        return FOLLOWED.matcher(html)
                .results()
                .map(found -> found.group(1))
                .map(address -> address.replace("&amp;", "&"))
                .filter(address -> address.startsWith("/"))
                .toList();
    }

    /** Whether it is to be looked at: signing out, taking tables out, and what htmx sends a form to are not. */
    private static boolean isPage(String address) {
        return Stream.of("/logout", "/exports/", "/_preview", "/_conflict", "/erasures/preview")
                        .noneMatch(address::contains)
                && !address.startsWith("http");
    }
}
