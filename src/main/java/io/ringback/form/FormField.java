package io.ringback.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param required whether an answer can be demanded: not of a field that the form may hide or the agent cannot fill in
 * @param rules what an answer must keep to; the first one broken is told
 * @param mostChosen the answer when everything that can be chosen is; what is typed is left out
 */
record FormField(Type type, boolean required, List<ValueRule> rules, Object mostChosen) implements FormNode {

    FormField {
        rules = List.copyOf(rules);
    }

    /** Whether this is what form-js submits when nothing has been entered. */
    boolean isUnset(@Nullable Object answer) {
        return answer == null || answer.equals(type.empty);
    }

    Optional<String> complaint(Object answer) {
        return rules.stream().flatMap(rule -> rule.complaint(answer).stream()).findFirst();
    }

    /** The components of form-js that have a value; the layout has none. */
    enum Type {
        TEXTFIELD(""),
        TEXTAREA(""),
        NUMBER(""),
        DATETIME(""),
        CHECKBOX(false),
        CHECKLIST(List.of()),
        TAGLIST(List.of()),
        RADIO(""),
        SELECT("");

        private final Object empty;

        Type(Object empty) {
            this.empty = empty;
        }

        static Optional<Type> of(String component) {
            for (var type : values()) {
                if (type.name().toLowerCase(Locale.ROOT).equals(component)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }
    }
}
