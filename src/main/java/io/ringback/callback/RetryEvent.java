package io.ringback.callback;

import io.ringback.audit.Because;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When a callback is offered again and who says so, as the audit trail and other programs are told of it. */
public final class RetryEvent {

    private RetryEvent() {}

    /**
     * @param retryAt from when it is offered
     * @param decidedBy who has chosen the time
     * @param askedAt the time that was chosen; null where nobody has
     * @param insisted whether it is kept although the list is closed then
     * @param decidedFrom null where that is all
     */
    public record RetryScheduled(
            Instant retryAt,
            By decidedBy,
            @Nullable Instant askedAt,
            boolean insisted,
            @Nullable RetryFacts decidedFrom)
            implements CallbackEvent.Told {

        RetryScheduled(Instant retryAt, By decidedBy, @Nullable Instant askedAt, boolean insisted) {
            this(retryAt, decidedBy, askedAt, insisted, null);
        }

        /** The retry policy, the agent who had it in hand, the list's own retry times, or a supervisor. */
        public enum By {
            POLICY,
            AGENT,
            LIST,
            SUPERVISOR
        }

        /** At a time that a rule gives. */
        public static RetryScheduled byRule(Instant retryAt, By rule, @Nullable RetryFacts decidedFrom) {
            return new RetryScheduled(retryAt, rule, null, false, decidedFrom);
        }

        /** @param retryAt what became of the appointment */
        static RetryScheduled of(Appointment appointment, Instant retryAt) {
            return new RetryScheduled(
                    retryAt,
                    appointment.decidedBy(),
                    appointment.asked(),
                    appointment.outsideHours(),
                    new RetryFacts(null, appointment.at(), moved(appointment)).offeredAt(retryAt));
        }

        private static RetryFacts.@Nullable Moved moved(Appointment appointment) {
            return appointment.at().equals(appointment.asked()) ? null : RetryFacts.Moved.SHORTEST;
        }

        @Override
        public Map<String, Object> facts() {
            return decidedFrom == null ? Map.of() : Map.of(RetryFacts.FACT, decidedFrom);
        }

        @Override
        public Map<String, String> details() {
            return ToldDetails.of(
                    "retryAt", retryAt, "decidedBy", decidedBy, "askedAt", askedAt, "insisted", insisted ? true : null);
        }
    }

    /** @param reason in the words of the supervisor who has chosen another time */
    public record Rescheduled(RetryScheduled to, String reason) implements CallbackEvent.Told {

        @Override
        public @Nullable Because because() {
            return Because.said(reason);
        }

        @Override
        public Map<String, String> details() {
            return to.details();
        }

        @Override
        public Map<String, Object> facts() {
            return to.facts();
        }
    }

    public record RetryPastExpiry() implements CallbackEvent.Told {}
}
