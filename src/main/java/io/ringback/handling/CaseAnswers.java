package io.ringback.handling;

import io.ringback.callback.CallStatus;
import io.ringback.callback.Callback;
import io.ringback.callback.CaseForms;
import io.ringback.form.Form;
import io.ringback.form.FormAnswersCheck;
import io.ringback.form.FormVersion;
import io.ringback.form.Forms;
import io.ringback.list.Lists;
import io.ringback.platform.problem.FieldError;
import io.ringback.platform.problem.InvalidField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks what an agent has answered to the form of a case, as the browser has done before. */
@Component
class CaseAnswers {

    private static final String FIELD = "formData";

    private static final Logger log = LoggerFactory.getLogger(CaseAnswers.class);

    private final Lists lists;
    private final CaseForms caseForms;
    private final Forms forms;

    CaseAnswers(Lists lists, CaseForms caseForms, Forms forms) {
        this.lists = lists;
        this.caseForms = caseForms;
        this.forms = forms;
    }

    /**
     * A call that reached the caller can be classified, so what the form requires is demanded then. Without its form the
     * answers are kept as they are: no work is lost because of a list's setting.
     *
     * @param answers null when the call was not classified, which it need not be
     * @return the form that they were given to; null without answers, or when there is none that is deployed
     * @throws InvalidField naming each answer the form does not allow
     */
    @Nullable
    FormVersion check(Callback callback, CallStatus callStatus, @Nullable Map<String, Object> answers) {
        if (answers == null) {
            return null;
        }
        var form = formOf(callback);
        if (form.isEmpty()) {
            log.atWarn()
                    .addKeyValue("callback.id", callback.id())
                    .addKeyValue("list.id", callback.listId())
                    .log(
                            "Answers for callback {} are kept unchecked: list {} has no form that is deployed",
                            callback.id(),
                            callback.listId());
            return null;
        }
        var errors = errors(callback, form.get(), answers, callStatus.resolves());
        if (!errors.isEmpty()) {
            throw new InvalidField(errors);
        }
        return form.get().version();
    }

    /** A form that cannot be checked by is no reason to lose an outcome. */
    private static List<FieldError> errors(
            Callback callback, Form form, Map<String, Object> answers, boolean required) {
        try {
            return FormAnswersCheck.check(form.schema(), answers, FIELD, required);
        } catch (RuntimeException | StackOverflowError failure) {
            log.atError()
                    .addKeyValue("callback.id", callback.id())
                    .setCause(failure)
                    .log("Answers for callback {} are kept unchecked: the form cannot be used", callback.id());
            return List.of();
        }
    }

    /** The form that these answers are read with; null without answers, or when there is none that is deployed. */
    @Nullable
    FormVersion formOf(Callback callback, @Nullable Map<String, Object> answers) {
        return answers == null ? null : formOf(callback).map(Form::version).orElse(null);
    }

    private Optional<Form> formOf(Callback callback) {
        return Optional.ofNullable(caseForms.of(lists.seen(callback.listId()))).flatMap(forms::find);
    }
}
