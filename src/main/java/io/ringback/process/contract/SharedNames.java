package io.ringback.process.contract;

import java.util.Set;

/** The names that the models and the server share. */
public final class SharedNames {

    public static final String CALLBACK_CASE = "callbackCase";
    public static final String AGENT_RECEPTION = "agentReception";
    public static final String RETRY_POLICY = "retryPolicy";

    public static final String CALLBACK_REQUESTED = "message_callbackRequested";
    public static final String CALLBACK_ALLOCATED = "message_callbackAllocated";
    public static final String CALL_STARTED = "message_callStarted";
    public static final String CALL_ENDED = "message_callEnded";
    public static final String RELEASED = "message_released";
    public static final String RELATED_RECEIVED = "message_relatedReceived";
    public static final String CANCEL_REQUESTED = "message_cancelRequested";
    public static final String RECEIVING_SWITCHED_ON = "message_receivingSwitchedOn";
    public static final String CALLBACK_AVAILABLE = "message_callbackAvailable";
    public static final String CALLBACK_CLOSED = "message_callbackClosed";
    public static final String STOP_RECEIVING = "message_stopReceiving";

    /** The step that tells other programs something, and its fields. */
    public static final String NOTIFY = "notifyDelegate";

    public static final String EVENT_TYPE = "eventType";
    public static final String TEXT = "text";

    public static final String DUE_AT = "dueAt";
    public static final String ELIGIBLE_AT = "eligibleAt";
    public static final String EXPIRES_AT = "expiresAt";
    public static final String AUTO_STOP_AT = "autoStopAt";
    public static final String CLOSES_AT = "closesAt";
    public static final String CALL_ENDS_BY = "callEndsBy";
    public static final String AGENT_ID = "agentId";
    public static final String ALLOCATION_ID = "allocationId";
    public static final String RELATED = "related";
    public static final String RELATED_CALLBACK_ID = "relatedCallbackId";
    public static final String CALLABLE = "callable";
    public static final String CALL_STATUS = "callStatus";
    public static final String OWN_DATE = "ownDate";
    public static final String RETRY_AT = "retryAt";
    public static final String RETRY_AFTER = "retryAfter";
    public static final String NEXT_OFFER = "nextOffer";
    public static final String GIVE_UP = "giveUp";
    public static final String ATTEMPTS = "attempts";
    public static final String LAST_ATTEMPT = "lastAttempt";
    public static final String CANCEL_IS_REQUESTED = "cancelRequested";
    public static final String DRAFT_TAKEN = "draftTaken";
    public static final String OUTCOME_SAVED = "outcomeSaved";
    public static final String REASON = "reason";
    public static final String CALLBACK_FOUND = "callbackFound";

    /** The tasks in which an agent calls and saves, as they are named in the shipped process. */
    public static final Set<String> TASKS_OF_THE_CALL =
            Set.of("task_callCustomer", "task_talkToCustomer", "task_recordOutcome");

    /** The messages that a task of the call has on its edge, whatever it is named. */
    public static final Set<String> WORDS_OF_CALLS = Set.of(CALL_STARTED, CALL_ENDED);

    private SharedNames() {}
}
