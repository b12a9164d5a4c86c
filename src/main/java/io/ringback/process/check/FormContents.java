package io.ringback.process.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What a component of a form says to people, and what it makes their browser do: no HTML, nothing from elsewhere, no link
 * that runs something, and nothing that keeps the browser busy for ever.
 */
final class FormContents {

    private static final int MOST_ROWS = 100;

    private static final List<String> SAID = List.of("text", "label", "description", "title", "content");
    private static final List<String> BESIDE = List.of("prefixAdorner", "suffixAdorner");
    private static final Set<String> ACTIONS = Set.of("submit", "reset");

    private static final Pattern HTML = Pattern.compile("<\\s*[a-zA-Z/!?]");
    private static final Pattern PICTURE = Pattern.compile("!\\[");

    /** In either form of Markdown, as far as it does not lead to the web, a letter, a telephone, or a place on this site. */
    private static final Pattern ODD_LINK = Pattern.compile(
            "(?:\\]\\(|^ {0,3}\\[[^\\]]*]:)\\s*(?!https?://|mailto:|tel:|[/#])\\S",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /** Also those that turn the direction of what follows, by which a text looks like another one. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final String ATOM = "(?:\\\\.|\\[(?:\\\\.|[^\\]\\\\])*]|[^()\\[\\]\\\\|?*+{}^$])";

    /** A repeated group of what can be repeated in itself: there are more ways to match a text than can be tried. */
    private static final Pattern BOMB =
            Pattern.compile("\\((?:\\?:)?(?:%1$s[?*])*%1$s[+*](?:%1$s[?*])*\\)(?:[+*]|\\{\\d+,})".formatted(ATOM));

    private final JsonNode component;
    private final Consumer<String> complaints;

    private FormContents(JsonNode component, Consumer<String> complaints) {
        this.component = component;
        this.complaints = complaints;
    }

    /** @param complaints takes what is wrong, as what a finding says of the component */
    static void check(JsonNode component, Consumer<String> complaints) {
        new FormContents(component, complaints).check();
    }

    /** Whether the text has characters in it that nobody sees. */
    static boolean hasControls(String text) {
        return CONTROL.matcher(text).find();
    }

    private void check() {
        SAID.forEach(member -> checkText(member, component.path(member)));
        BESIDE.forEach(member -> checkText(member, component.path("appearance").path(member)));
        component.path("values").forEach(option -> checkText("the label of an option", option.path("label")));
        component.path("columns").forEach(column -> checkText("the label of a column", column.path("label")));
        if (component.path("type").asText().equals("button")
                && component.has("action")
                && !ACTIONS.contains(component.path("action").asText())) {
            complaints.accept("its action must be submit or reset");
        }
        checkRows("defaultRepetitions");
        checkRows("rowCount");
        if (BOMB.matcher(component.path("validate").path("pattern").asText()).find()) {
            complaints.accept(
                    "its pattern repeats what repeats itself, which may keep a browser busy for ever: repeat it once");
        }
    }

    private void checkText(String what, JsonNode value) {
        var text = value.asText();
        if (!value.isTextual()) {
            return;
        }
        if (hasControls(text)) {
            complaints.accept("%s holds characters that cannot be seen: take them out".formatted(what));
        }
        if (text.startsWith("=")) {
            return;
        }
        if (HTML.matcher(text).find()) {
            complaints.accept("%s holds HTML: write it in Markdown, and a < with a space behind it".formatted(what));
        }
        if (component.path("type").asText().equals("text")) {
            if (PICTURE.matcher(text).find()) {
                complaints.accept("%s holds a picture: pages load nothing from elsewhere, take it out".formatted(what));
            }
            if (ODD_LINK.matcher(text).find()) {
                complaints.accept("%s holds a link that does not begin with https://, mailto: or tel:".formatted(what));
            }
        }
    }

    private void checkRows(String member) {
        var rows = component.path(member);
        if (rows.isNumber() && rows.asDouble() > MOST_ROWS) {
            complaints.accept("%s must be %s at most".formatted(member, MOST_ROWS));
        }
    }
}
