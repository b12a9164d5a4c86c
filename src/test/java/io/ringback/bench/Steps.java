package io.ringback.bench;

import java.util.List;

/** What is done for a case. */
final class Steps {

    static final String INTAKE = "intake";
    static final String CALL_STARTED = "call started";
    static final String CALL_ENDED = "call ended";
    static final String SAVE_AND_NEXT = "Save-and-next";
    static final String TAKE = "query, claim";
    static final String COMPLETE = "complete";

    static final List<String> OF_A_CALLBACK = List.of(INTAKE, CALL_STARTED, CALL_ENDED, SAVE_AND_NEXT);
    static final List<String> OF_A_TASK = List.of(INTAKE, TAKE, COMPLETE);

    private Steps() {}
}
