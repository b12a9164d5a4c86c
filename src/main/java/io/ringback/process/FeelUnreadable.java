package io.ringback.process;

/** A text is no FEEL, or not of the part that is allowed; the message says why, to come after "it". */
final class FeelUnreadable extends Exception {

    FeelUnreadable(String why) {
        super(why);
    }
}
