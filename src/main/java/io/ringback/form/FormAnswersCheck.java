package io.ringback.form;

import io.ringback.form.FormNode.Members;
import io.ringback.form.FormNode.Rows;
import io.ringback.platform.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the answers to a form. What has not been answered is no mistake unless answers are demanded. */
public final class FormAnswersCheck {

    private static final Pattern TELLABLE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final boolean demanded;
    private final List<FieldError> errors = new ArrayList<>();

    private FormAnswersCheck(boolean demanded) {
        this.demanded = demanded;
    }

    /**
     * What is wrong with the answers.
     *
     * @param root the name of the field that holds the answers
     * @param demanded whether required fields must be answered
     */
    public static List<FieldError> check(
            FormSchema schema, Map<String, Object> answers, String root, boolean demanded) {
        var check = new FormAnswersCheck(demanded);
        check.members(schema.answers(), answers, root);
        return check.errors;
    }

    private void members(Members expected, Map<?, ?> answers, String path) {
        answers.forEach((name, answer) -> {
            if (!expected.byName().containsKey(String.valueOf(name)) && !isNothing(answer)) {
                unknown(String.valueOf(name), path);
            }
        });
        expected.byName().forEach((name, node) -> check(node, answers.get(name), path + "." + name));
    }

    private void check(FormNode expected, @Nullable Object answer, String path) {
        if (expected instanceof FormField field) {
            field(field, answer, path);
        } else if (expected instanceof Members members) {
            group(members, answer, path);
        } else if (expected instanceof Rows rows) {
            rows(rows, answer, path);
        }
    }

    private void field(FormField field, @Nullable Object answer, String path) {
        if (answer != null && !field.isUnset(answer)) {
            field.complaint(answer).ifPresent(complaint -> error(path, complaint));
        } else if (demanded && field.required()) {
            error(path, "is required");
        }
    }

    private void group(Members expected, @Nullable Object answer, String path) {
        if (answer == null) {
            members(expected, Map.of(), path);
        } else if (answer instanceof Map<?, ?> answers) {
            members(expected, answers, path);
        } else {
            error(path, "must be an object with the answers of a group");
        }
    }

    private void rows(Rows expected, @Nullable Object answer, String path) {
        if (answer instanceof List<?> rows) {
            for (int i = 0; i < rows.size(); i++) {
                group(expected.row(), rows.get(i), "%s[%s]".formatted(path, i));
            }
        } else if (answer != null) {
            error(path, "must be a list");
        }
    }

    /** Only names that may be repeated in an error are. */
    private void unknown(String name, String path) {
        if (TELLABLE.matcher(name).matches()) {
            error(path + "." + name, "is not asked for by the form");
        } else {
            error(path, "holds an answer the form does not ask for");
        }
    }

    /** A form that was changed meanwhile may have asked, and nobody answered. */
    private static boolean isNothing(@Nullable Object answer) {
        return answer == null
                || answer.equals("")
                || answer.equals(false)
                || (answer instanceof List<?> list && list.isEmpty())
                || (answer instanceof Map<?, ?> map && map.values().stream().allMatch(FormAnswersCheck::isNothing));
    }

    private void error(String path, String message) {
        errors.add(new FieldError(path, message));
    }
}
