package io.ringback.office.auditor;

import io.ringback.auditor.ReadsRequest;
import io.ringback.platform.problem.InvalidField;
import org.jspecify.annotations.Nullable;

/** What the form above the reads says, as it was written. */
record ReadsForm(
        @Nullable String number,
        @Nullable String callbackId,
        @Nullable String agentId,
        @Nullable String reader,
        @Nullable Long after) {

    private static final int ON_A_PAGE = 50;

    /** @throws InvalidField for what cannot be looked for */
    ReadsRequest request() {
        return new ReadsRequest(
                Typed.callbackId(callbackId),
                Typed.text(agentId),
                Typed.text(reader),
                Typed.text(number),
                after,
                ON_A_PAGE,
                null);
    }

    /** Without the number, which belongs in no log. */
    @Override
    public String toString() {
        return "ReadsForm[callbackId=%s]".formatted(callbackId);
    }
}
