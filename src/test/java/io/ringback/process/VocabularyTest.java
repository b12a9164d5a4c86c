package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;

/** What can be drawn and deployed, as designers are told it. */
@RingbackTest
class VocabularyTest {

    @Autowired
    private Centre centre;

    @Autowired
    private Delegates delegates;

    @Autowired
    private MessageSource messages;

    @Test
    void everythingThatModelsMayNameIsTold() {
        var told = told();

        assertThat(names(told, "delegates")).containsExactlyInAnyOrderElementsOf(delegates.names());
        assertThat(names(told, "messages"))
                .contains("message_callbackRequested", "message_released", "message_stopReceiving");
        assertThat(names(told, "variables")).contains("dueAt", "callStatus");
        assertThat(told.path("elements").toString()).contains("userTask").doesNotContain("scriptTask");
        assertThat(told.path("formFields").toString()).contains("textfield").doesNotContain("html");
        assertThat(told.path("deployed").path("decisions").toString()).contains("retryPolicy");
        assertThat(told.path("limits").path("xmlBytes").asInt()).isEqualTo(1024 * 1024);
    }

    @Test
    void aStepSaysWhereItMayStandAndWhatItSets() {
        var register = find(told(), "delegates", "registerCallbackDelegate");

        assertThat(register.path("label").asText()).isEqualTo("Tie the case to its callback");
        assertThat(register.path("stages").get(0).path("name").asText()).isEqualTo("REQUESTED");
        assertThat(register.path("sets").toString()).contains("expiresAt");
        assertThat(find(told(), "variables", "expiresAt").path("setBy").toString())
                .contains("registerCallbackDelegate");
        assertThat(find(told(), "variables", "callStatus").path("values").toString())
                .contains("NO_ANSWER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fi", "sv"})
    void eachHasWordsInEveryLanguage(String language) {
        var told = told();
        var keys = new ArrayList<String>();
        told.path("delegates").forEach(one -> {
            keys.add("drafts.delegate." + name(one));
            keys.add("drafts.delegate.text." + name(one));
            one.path("stages").forEach(stage -> keys.add("drafts.stage." + name(stage)));
            one.path("fields").forEach(field -> keys.add("drafts.field." + name(field)));
        });
        told.path("messages").forEach(one -> {
            keys.add("drafts.message." + name(one));
            one.path("stages").forEach(stage -> keys.add("drafts.stage." + name(stage)));
        });
        all(told.path("variables"))
                .filter(one -> !one.path("kind").asText().equals("ATTRIBUTE"))
                .forEach(one -> keys.add("drafts.variable." + name(one)));

        var missing = keys.stream()
                .distinct()
                .filter(key -> !isThere(key, Locale.forLanguageTag(language)))
                .toList();

        assertThat(missing).isEmpty();
    }

    private boolean isThere(String key, Locale locale) {
        try {
            return !messages.getMessage(key, null, locale).isBlank();
        } catch (NoSuchMessageException missing) {
            return false;
        }
    }

    private JsonNode told() {
        return centre.as(centre.person("DESIGNER"))
                .get("/api/v1/processes/vocabulary")
                .json();
    }

    private static JsonNode find(JsonNode told, String part, String name) {
        return all(told.path(part))
                .filter(one -> name(one).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode told, String part) {
        return all(told.path(part)).map(VocabularyTest::name).toList();
    }

    private static Stream<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static String name(JsonNode one) {
        return one.path("name").asText();
    }
}
