package io.ringback.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a call was classified as, for people. */
@Component
public class AnswersInWords {

    private final Forms forms;

    AnswersInWords(Forms forms) {
        this.forms = forms;
    }

    /**
     * The answers in words.
     *
     * @param answers null when the call was not classified
     * @param version the form they were given to; null where it was not kept
     * @param key the form to read them with then; null when there is none
     */
    public List<Answer> of(
            @Nullable Map<String, Object> answers, @Nullable FormVersion version, @Nullable String key, Locale locale) {
        if (answers == null || answers.isEmpty()) {
            return List.of();
        }
        var form = version == null ? Optional.ofNullable(key).flatMap(forms::find) : as(version);
        return ReadableAnswers.of(form.orElse(null), answers, locale);
    }

    private Optional<Form> as(FormVersion version) {
        return forms.find(version).or(() -> forms.find(version.key()));
    }
}
