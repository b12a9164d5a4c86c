package io.ringback.handling;

import io.ringback.callback.Call;
import io.ringback.callback.ReportedEnd;
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
record CallUpdate(
        @Nullable Call call,
        boolean begun,
        boolean ended,
        @Nullable ReportedEnd remembered,
        @Nullable ReportedEnd used) {

    static final CallUpdate NOTHING = new CallUpdate(null, false, false, null, null);

    static CallUpdate of(Call before, Call after) {
        return new CallUpdate(after, false, before.isGoingOn() && !after.isGoingOn(), null, null);
    }

    static CallUpdate begun(Call call) {
        return new CallUpdate(call, true, !call.isGoingOn(), null, null);
    }

    static CallUpdate remembering(ReportedEnd end) {
        return new CallUpdate(null, false, false, end, null);
    }

    CallUpdate using(ReportedEnd end) {
        return new CallUpdate(call, begun, ended, null, end);
    }
}
