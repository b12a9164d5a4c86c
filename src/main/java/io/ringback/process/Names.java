package io.ringback.process;

import java.util.Set;

/** The names that the models and the server share. */
final class Names {

    static final String CALLBACK_CASE = "callbackCase";
    static final String AGENT_RECEPTION = "agentReception";
    static final String RETRY_POLICY = "retryPolicy";

    static final String CALLBACK_REQUESTED = "message_callbackRequested";
    static final String CALLBACK_ALLOCATED = "message_callbackAllocated";
    static final String CALL_STARTED = "message_callStarted";
    static final String CALL_ENDED = "message_callEnded";
    static final String RELEASED = "message_released";
    static final String RELATED_RECEIVED = "message_relatedReceived";
    static final String CANCEL_REQUESTED = "message_cancelRequested";
    static final String RECEIVING_SWITCHED_ON = "message_receivingSwitchedOn";
    static final String CALLBACK_AVAILABLE = "message_callbackAvailable";
    static final String CALLBACK_CLOSED = "message_callbackClosed";
    static final String STOP_RECEIVING = "message_stopReceiving";

    static final String DUE_AT = "dueAt";
    static final String ELIGIBLE_AT = "eligibleAt";
    static final String EXPIRES_AT = "expiresAt";
    static final String AUTO_STOP_AT = "autoStopAt";
    static final String CLOSES_AT = "closesAt";
    static final String CALL_ENDS_BY = "callEndsBy";
    static final String AGENT_ID = "agentId";
    static final String ALLOCATION_ID = "allocationId";
    static final String RELATED = "related";
    static final String RELATED_CALLBACK_ID = "relatedCallbackId";
    static final String CALLABLE = "callable";
    static final String CALL_STATUS = "callStatus";
    static final String OWN_DATE = "ownDate";
    static final String RETRY_AT = "retryAt";
    static final String RETRY_AFTER = "retryAfter";
    static final String NEXT_OFFER = "nextOffer";
    static final String GIVE_UP = "giveUp";
    static final String ATTEMPTS = "attempts";
    static final String LAST_ATTEMPT = "lastAttempt";
    static final String DRAFT_TAKEN = "draftTaken";
    static final String OUTCOME_SAVED = "outcomeSaved";
    static final String REASON = "reason";
    static final String CALLBACK_FOUND = "callbackFound";

    /** The tasks in which an agent calls and saves, as they are named in the shipped process. */
    static final Set<String> TASKS_OF_THE_CALL =
            Set.of("task_callCustomer", "task_talkToCustomer", "task_recordOutcome");

    private Names() {}
}
