package io.ringback.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a controller whose answer shows callers' data, or what agents did: each answer is recorded before it is
 * given. The others say by which name in the address, in the form or in the body it is told what is looked at; a name that
 * is not there says nothing.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LooksAt {

    /** What is looked at. */
    Look value();

    /** Where the id of a callback is. */
    String callback() default "";

    /** Where the id of a call is, which was made for a callback. */
    String call() default "";

    /** Where the id of an agent is. */
    String agent() default "";

    /** Where the id of a list is. */
    String list() default "";

    /** Where what belongs in no record is: a number, a name. Only their keyed hashes are kept. */
    String[] sought() default {};

    /** Where further criteria are, which hold no personal data and are recorded as they are. */
    String[] criteria() default {};

    /** Whether it is somebody's work and not a look at others', so that nobody is asked what for. */
    boolean ownWork() default false;
}
