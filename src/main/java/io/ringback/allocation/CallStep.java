package io.ringback.allocation;

import io.ringback.callback.Call;
import io.ringback.callback.ToldEnd;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a word of the telephone system.
 *
 * @param call as it is now; null when it is none of ours
 * @param begun whether it is new
 * @param ended whether it is over by this
 * @param remembered an end to be kept until its start is told
 * @param used a kept end that has found its start
 */
record CallStep(
        @Nullable Call call,
        boolean begun,
        boolean ended,
        @Nullable ToldEnd remembered,
        @Nullable ToldEnd used) {

    static final CallStep NOTHING = new CallStep(null, false, false, null, null);

    static CallStep of(Call before, Call after) {
        return new CallStep(after, false, before.isGoingOn() && !after.isGoingOn(), null, null);
    }

    static CallStep begun(Call call) {
        return new CallStep(call, true, !call.isGoingOn(), null, null);
    }

    static CallStep remembering(ToldEnd end) {
        return new CallStep(null, false, false, end, null);
    }

    CallStep using(ToldEnd end) {
        return new CallStep(call, begun, ended, null, end);
    }
}
