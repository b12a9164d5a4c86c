package io.ringback.process.check.flow;

import io.ringback.process.contract.SharedVariable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a variable may hold, as far as the drawing tells.
 *
 * @param text the text the model writes itself; null if the value comes from elsewhere
 * @param source the server's variable, or attribute of the request, it comes from; empty for none
 */
record PossibleValue(SharedVariable.Kind kind, @Nullable String text, String source) {

    static PossibleValue written(String text) {
        return new PossibleValue(SharedVariable.Kind.TEXT, text, "");
    }

    static PossibleValue of(SharedVariable variable) {
        return new PossibleValue(variable.kind(), null, variable.name());
    }

    /** What a request says: a text that the model does not know. */
    static PossibleValue attribute(String name) {
        return new PossibleValue(SharedVariable.Kind.TEXT, null, name);
    }

    static PossibleValue of(SharedVariable.Kind kind) {
        return new PossibleValue(kind, null, "");
    }

    /** A text of a decision may be anything that can be written, such as a duration or a number. */
    boolean isUnknownText() {
        return kind == SharedVariable.Kind.TEXT && text == null && source.isEmpty();
    }

    /** The values it is one of, true and false among them; empty if it may have many. */
    List<String> values() {
        return kind == SharedVariable.Kind.TRUTH ? List.of("true", "false") : SharedVariable.valuesOf(source);
    }

    boolean isNumber() {
        return kind == SharedVariable.Kind.NUMBER
                || isUnknownText()
                || text != null && text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?");
    }

    /** Whether a decision that asks for this kind can read it. */
    boolean fits(SharedVariable.Kind wanted, List<String> allowed) {
        return switch (wanted) {
            case TRUTH, ONE_OF ->
                text == null
                        ? isUnknownText() || kind == wanted && allowed.containsAll(values())
                        : allowed.contains(text);
            case NUMBER -> isNumber();
            case DATE -> kind == wanted || isUnknownText();
            default -> true;
        };
    }

    /** What it is, for a sentence. */
    String words() {
        return text == null ? kind.words() : "'%s'".formatted(text);
    }
}
