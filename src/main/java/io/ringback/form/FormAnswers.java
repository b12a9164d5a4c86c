package io.ringback.form;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answers to a form, no larger than {@link FormAnswersSize} allows, with plain texts only. */
@Constraint(validatedBy = FormAnswers.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface FormAnswers {

    String message() default "must be the answers to a form";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Takes null for valid, as constraints do. */
    class Check implements ConstraintValidator<FormAnswers, Map<String, Object>> {

        @Override
        public boolean isValid(@Nullable Map<String, Object> answers, ConstraintValidatorContext context) {
            var complaint = answers == null ? Optional.<String>empty() : FormAnswersSize.complaint(answers);
            complaint.ifPresent(words -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(words).addConstraintViolation();
            });
            return complaint.isEmpty();
        }
    }
}
