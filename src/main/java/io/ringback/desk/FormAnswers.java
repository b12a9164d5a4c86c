package io.ringback.desk;

import io.ringback.platform.Texts;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers to a form: at most 200 values, 8 levels deep, with plain texts only. */
@Constraint(validatedBy = FormAnswers.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface FormAnswers {

    String message() default "must be at most 200 plain answers of at most 4000 characters each";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Takes null for valid, as constraints do. */
    class Check implements ConstraintValidator<FormAnswers, Map<String, Object>> {

        private static final int MOST_VALUES = 200;
        private static final int DEEPEST = 8;
        private static final int LONGEST = 4_000;

        @Override
        public boolean isValid(@Nullable Map<String, Object> answers, ConstraintValidatorContext context) {
            return answers == null || count(answers, 0) <= MOST_VALUES;
        }

        /** How many values there are, or more than allowed when one of them cannot be kept. */
        private static int count(@Nullable Object value, int depth) {
            if (depth > DEEPEST) {
                return MOST_VALUES + 1;
            }
            if (value instanceof Map<?, ?> map) {
                return count(map.keySet(), depth + 1) + count(map.values(), depth + 1);
            }
            if (value instanceof Collection<?> values) {
                int total = 0;
                for (var element : values) {
                    total += count(element, depth + 1);
                }
                return total;
            }
            if (value instanceof String text && (text.length() > LONGEST || !Texts.isPlain(text, true))) {
                return MOST_VALUES + 1;
            }
            return 1;
        }
    }
}
