package io.ringback.task;

import io.ringback.form.Form;
import io.ringback.form.FormAnswersCheck;
import io.ringback.form.Forms;
import io.ringback.platform.problem.FieldError;
import io.ringback.platform.problem.InvalidField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The form of a task, and what may be answered to it. */
@Component
class TaskAnswers {

    private static final String FIELD = "answers";

    private static final Logger log = LoggerFactory.getLogger(TaskAnswers.class);

    private final Forms forms;

    TaskAnswers(Forms forms) {
        this.forms = forms;
    }

    /** As it was when the task was opened; empty without one. */
    Optional<Form> form(Task task) {
        return Optional.ofNullable(task.form()).flatMap(forms::find);
    }

    /**
     * All that the form requires is demanded. Without its form the answers are kept as they are: no work is lost.
     *
     * @throws InvalidField naming each answer the form does not allow
     */
    void check(Task task, @Nullable Map<String, Object> answers) {
        var given = answers == null ? Map.<String, Object>of() : answers;
        var errors = form(task).map(form -> errors(task, form, given)).orElseGet(List::of);
        if (!errors.isEmpty()) {
            throw new InvalidField(errors);
        }
    }

    /** A form that cannot be checked by is no reason to lose the answers. */
    private static List<FieldError> errors(Task task, Form form, Map<String, Object> answers) {
        try {
            return FormAnswersCheck.check(form.schema(), answers, FIELD, true);
        } catch (RuntimeException | StackOverflowError failure) {
            log.atError()
                    .addKeyValue("callback.id", task.callbackId())
                    .setCause(failure)
                    .log("Answers for task {} are kept unchecked: the form cannot be used", task.id());
            return List.of();
        }
    }
}
