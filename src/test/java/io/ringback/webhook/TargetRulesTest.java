package io.ringback.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ringback.platform.problem.InvalidField;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a webhook may lead. */
class TargetRulesTest {

    private final TargetRules rules =
            new TargetRules(settings(List.of("crm.example", "*.hooks.example"), false, false));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://crm.example",
                "https://CRM.example:8443/ringback?key=a%20b",
                "https://a.hooks.example/",
                "https://a.b.hooks.example/",
                "https://ä.hooks.example/",
                "https://xn--4ca.hooks.example/",
                "https://crm\u3002example/",
                "https://\uff43\uff52\uff4d.example/",
                "https://crm.example/日本?ä=ö"
            })
    void permitsHostsThatAreNamed(String url) {
        assertThat(rules.permits(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "crm.example",
                "/ringback",
                "http://crm.example/",
                "ftp://crm.example/",
                "file:///etc/passwd",
                "https://other.example/",
                "https://crm.example.evil.example/",
                "https://evilcrm.example/",
                "https://hooks.example/",
                "https://evilhooks.example/",
                "https://crm.example./",
                "https://user@crm.example/",
                "https://crm.example@evil.example/",
                "https://crm.example\\@evil.example/",
                "https://crm.example/#part",
                "https://crm.example:0/",
                "https://crm.example:99999/",
                "https://crm.example/a b",
                "https://ß.hooks.example/",
                "https://ς.hooks.example/",
                "https://a\u200db.hooks.example/",
                "https://\u0441rm.example/",
                "https://ä@crm.example/",
                "https://ä.hooks.example\\@evil.example/",
                "https:crm.example/",
                "https://127.0.0.1/",
                "https://[::1]/"
            })
    void refusesEverythingElse(String url) {
        assertThat(rules.permits(url)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://other.example/, ringback.webhooks.hosts",
        "http://crm.example/, ringback.webhooks.allow-http",
        "https://crm.example./, host"
    })
    void saysWhatIsWrongAndWhichSettingPermitsIt(String url, String word) {
        assertThat(refusal(rules, url)).contains(word);
    }

    @Test
    void withoutHostsThereAreNone() {
        var none = new TargetRules(settings(List.of(), true, true));

        assertThat(none.allowAny()).isFalse();
        assertThat(refusal(none, "https://crm.example/")).contains("ringback.webhooks.hosts");
    }

    @Test
    void aHostMayBePermittedInItsOwnLetters() {
        var bureau = new TargetRules(settings(List.of("*.büro.example", "Übung.example"), false, false));

        assertThat(bureau.permits("https://a.büro.example/")).isTrue();
        assertThat(bureau.permits("https://a.xn--bro-hoa.example/")).isTrue();
        assertThat(bureau.permits("https://übung.example/")).isTrue();
        assertThat(bureau.permits("https://ubung.example/")).isFalse();
    }

    @Test
    void aStarIsEveryHost() {
        var every = new TargetRules(settings(List.of("*"), true, false));

        assertThat(every.permits("http://anything.example/")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://crm.example", "crm.*.example", "user@crm.example"})
    void aPatternThatIsNoHostIsRefusedAtTheStart(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TargetRules(settings(List.of(pattern), false, false)))
                .withMessageContaining("ringback.webhooks.hosts");
    }

    static WebhookProperties settings(List<String> hosts, boolean allowHttp, boolean allowPrivate) {
        return new WebhookProperties(
                hosts, allowHttp, allowPrivate, null, Duration.ofSeconds(1), Duration.ofDays(7), Duration.ofDays(30));
    }

    private static String refusal(TargetRules rules, String url) {
        try {
            rules.check(url);
        } catch (InvalidField e) {
            return e.errors().get(0).message();
        }
        throw new AssertionError("permitted: " + url);
    }
}
