package io.ringback.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What calls can be classified as: the choices of all forms. */
@Component
public class FormChoices {

    private final Forms forms;

    FormChoices(Forms forms) {
        this.forms = forms;
    }

    /** The fields by key; of those that several forms share, with all that can be chosen in any of them. */
    public List<ChoiceField> all(Locale locale) {
        var fields = new LinkedHashMap<String, ChoiceField>();
        for (var key : forms.keys()) {
            forms.find(key).stream()
                    .flatMap(form -> form.choices(locale.getLanguage()).stream())
                    .forEach(field -> fields.merge(field.key(), field, FormChoices::together));
        }
        return List.copyOf(fields.values());
    }

    private static ChoiceField together(ChoiceField one, ChoiceField other) {
        var options = new LinkedHashMap<String, ChoiceField.Option>();
        Stream.concat(one.options().stream(), other.options().stream())
                .forEach(option -> options.putIfAbsent(option.value(), option));
        return new ChoiceField(one.key(), one.label(), List.copyOf(options.values()));
    }
}
