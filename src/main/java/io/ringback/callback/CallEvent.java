package io.ringback.callback;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** What happens in the calls made for a callback, as the audit trail and other programs are told of it. */
public final class CallEvent {

    private CallEvent() {}

    public record CallStarted(UUID callId) implements CallbackEvent.Told {
        @Override
        public Map<String, String> details() {
            return Map.of("callId", callId.toString());
        }
    }

    public record CallEnded(UUID callId) implements CallbackEvent.Told {
        @Override
        public Map<String, String> details() {
            return Map.of("callId", callId.toString());
        }
    }

    /** @param limit after which nobody had told of its end */
    public record CallTakenForEnded(Duration limit) implements CallbackEvent.Told {
        @Override
        public Map<String, String> details() {
            return Map.of("limit", limit.toString());
        }
    }

    public record CallResumed(UUID callId) implements CallbackEvent.Told {
        @Override
        public Map<String, String> details() {
            return Map.of("callId", callId.toString());
        }
    }

    /**
     * @param callId the call it is about, or what stands for one
     * @param withoutCall whether nobody had called
     */
    public record OutcomeSaved(CallStatus callStatus, UUID callId, boolean withoutCall) implements CallbackEvent.Told {
        @Override
        public Map<String, String> details() {
            return ToldDetails.of("callStatus", callStatus, "callId", callId, "withoutCall", withoutCall ? true : null);
        }
    }
}
