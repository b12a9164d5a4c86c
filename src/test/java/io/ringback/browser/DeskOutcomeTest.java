package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What came of the call, when the customer is called next, and what the next agent knows of it. */
@BrowserTest
class DeskOutcomeTest {

    private static final ZoneId ZONE = ZoneId.of(Look.usual().zone());

    @Autowired
    private Centre centre;

    private String list = "";

    @BeforeEach
    void aList() {
        list = centre.list(Map.of("shortestRetry", "\"PT0S\""));
    }

    @Test
    void eachStatusProposesATimeOfItsOwn(Browsers browsers) {
        var window = caseInHand(browsers).desk().caseWindow();
        assertThat(window.retryAt()).isHidden();

        proposes(window, "BUSY", Duration.ofMinutes(5));
        proposes(window, "NO_ANSWER", Duration.ofMinutes(15));
        proposes(window, "OTHER", Duration.ofHours(1));

        window.choose("ANSWERED");
        assertThat(window.retryAt()).isHidden();
    }

    @Test
    void theAgentsOwnTimeStaysWhenTheStatusChanges(Browsers browsers) {
        var window = caseInHand(browsers).desk().caseWindow();
        var own = LocalDateTime.now(ZONE).plusHours(3).truncatedTo(ChronoUnit.MINUTES);
        window.choose("BUSY");
        window.retryAt().fill(own.toString());

        window.choose("OTHER");
        window.choose("ANSWERED");
        window.choose("NO_ANSWER");

        assertThat(window.retryAt()).hasValue(own.toString());

        window.useDefaultTime();

        proposes(window, "NO_ANSWER", Duration.ofMinutes(15));
    }

    @Test
    void theAgentsOwnTimeCounts(Browsers browsers) {
        var callback = centre.request(list, centre.newNumber());
        var window = inHand(browsers, callback).desk().caseWindow();
        var own = LocalDateTime.now(ZONE).plusHours(3).truncatedTo(ChronoUnit.MINUTES);
        window.call();
        window.endCall();
        window.choose("BUSY");
        window.retryAt().fill(own.toString());

        window.save();

        window.awaitGone();
        var saved = centre.callback(callback);
        assertThat(saved.path("status").asText()).isEqualTo("SCHEDULED");
        assertThat(Instant.parse(saved.path("eligibleAt").asText()))
                .isEqualTo(own.atZone(ZONE).toInstant());
    }

    @Test
    void withoutAnyWishTheDefaultCounts(Browsers browsers) {
        var callback = centre.request(list, centre.newNumber());
        var window = inHand(browsers, callback).desk().caseWindow();
        window.call();
        window.endCall();
        window.choose("NO_ANSWER");
        var before = Instant.now();

        window.save();

        window.awaitGone();
        assertThat(Instant.parse(centre.callback(callback).path("eligibleAt").asText()))
                .isBetween(
                        before.plus(Duration.ofMinutes(15)).minusMillis(1),
                        Instant.now().plus(Duration.ofMinutes(15)));
    }

    @Test
    void nothingIsSavedWithoutAStatus(Browsers browsers) {
        var window = caseInHand(browsers).desk().caseWindow();

        window.save();

        assertThat(window.error("callStatus")).hasText("Choose a call status.");
        assertThat(window.status("ANSWERED")).isFocused();
    }

    @Test
    void saveClosesTheCaseAndTheNextIsThere(Browsers browsers) {
        var first = centre.request(list, centre.newNumber());
        var second = centre.request(list, centre.newNumber());
        var anna = inHand(browsers, first);
        var window = anna.desk().caseWindow();
        var allocation = window.allocation();
        window.call();
        window.endCall();
        window.choose("ANSWERED");
        window.note().fill("Ordered at last");

        window.save();

        window.awaitOther(allocation);
        assertThat(centre.status(first)).isEqualTo("RESOLVED");
        assertThat(centre.callback(second).path("allocatedTo").asText()).isEqualTo(anna.id());
        window.awaitPhase("BEFORE_CALL");
        assertThat(window.note()).hasValue("");
        assertThat(window.status("ANSWERED")).not().isChecked();
    }

    @Test
    void theNextAgentSeesWhoCalledAndWhatCameOfIt(Browsers browsers) {
        var callback = centre.request(list, centre.newNumber());
        var anna = inHand(browsers, callback);
        var window = anna.desk().caseWindow();
        assertThat(window.history()).containsText("Nobody has called yet.");
        window.call();
        window.endCall();
        window.choose("BUSY");
        window.note().fill("Call again,\nshe is in a meeting");
        // To the second, which nobody types: this test would have to wait for the next full minute.
        window.retryAt()
                .fill(LocalDateTime.now(ZONE)
                        .plusSeconds(15)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        window.save();
        window.awaitGone();
        anna.desk().endReceiving();

        var bo = browsers.agentOn(list);
        bo.desk().startReceiving();

        var history = bo.desk().caseWindow().attempts();
        assertThat(history).hasCount(1);
        assertThat(history).containsText("Busy");
        assertThat(history).containsText("Test " + anna.id());
        assertThat(history).containsText("Call again,\nshe is in a meeting");
        assertThat(history.locator("time")).hasText(Pattern.compile("\\d\\d:\\d\\d"));
    }

    @Test
    void aRelatedRequestAppearsBesideTheMainCaseInHand(Browsers browsers) {
        var number = centre.newNumber();
        var callback = centre.request(list, number);
        var window = inHand(browsers, callback).desk().caseWindow();
        window.note().fill("while I was typing");
        assertThat(window.related()).hasCount(1);

        centre.request(list, number);

        assertThat(window.related()).hasCount(2);
        assertThat(window.related().first()).containsText("Main case");
        assertThat(window.related().first()).containsText("this case");
        assertThat(window.related().last()).containsText("Merged");
        assertThat(window.note()).hasValue("while I was typing");
    }

    private static void proposes(CaseWindow window, String callStatus, Duration delay) {
        var before = LocalDateTime.now(ZONE).plus(delay).truncatedTo(ChronoUnit.MINUTES);
        window.choose(callStatus);
        window.awaitRetryAt(Pattern.compile("%s|%s".formatted(before, before.plusMinutes(1))));
    }

    private Person caseInHand(Browsers browsers) {
        return inHand(browsers, centre.request(list, centre.newNumber()));
    }

    private Person inHand(Browsers browsers, JsonNode callback) {
        var anna = browsers.agentOn(list);
        anna.desk().startReceiving();
        anna.desk().caseWindow().awaitOpen();
        assertThat(centre.callback(callback).path("allocatedTo").asText()).isEqualTo(anna.id());
        return anna;
    }
}
