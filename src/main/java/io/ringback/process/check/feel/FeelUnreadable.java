package io.ringback.process.check.feel;

/** A text is no FEEL, or not of the part that is allowed; the message says why, to come after "it". */
public final class FeelUnreadable extends Exception {

    FeelUnreadable(String why) {
        super(why);
    }
}
