package io.ringback.callback;

import io.ringback.platform.problem.Conflict;

/** A callback was not in the status that a change of it expects: somebody else was first. */
public class IllegalTransition extends Conflict {

    IllegalTransition(Callback callback, CallbackStatus expected) {
        super("Callback %s: expected %s, but it is %s.".formatted(callback.id(), expected, callback.status()));
    }
}
