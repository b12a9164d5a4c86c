package io.ringback.platform.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A text people wrote: no control characters, nothing the database cannot keep, not longer than {@link #max()}. */
@Constraint(validatedBy = PlainText.Check.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.RECORD_COMPONENT,
    ElementType.TYPE_USE,
    ElementType.METHOD
})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    /** The most UTF-16 units it may have. */
    int max();

    /** Whether line ends and tabs are allowed. */
    boolean multiline() default false;

    String message() default "must be plain text of at most {max} characters, without control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Takes null for valid, as constraints do. */
    class Check implements ConstraintValidator<PlainText, CharSequence> {

        private int max;
        private boolean multiline;

        @Override
        public void initialize(PlainText constraint) {
            max = constraint.max();
            multiline = constraint.multiline();
        }

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text == null || (text.length() <= max && Texts.isPlain(text.toString(), multiline));
        }
    }
}
