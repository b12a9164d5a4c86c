package io.ringback.office.auditor;

import io.ringback.audit.AuditEvent;
import io.ringback.auditor.Facts;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says why something has happened, from what the trail has kept with it. */
@Component
class WhyInWords {

    private final MessageSource messages;
    private final AllocationInWords allocations;
    private final RetryInWords retries;
    private final OtherReasons others;
    private final Facts facts;

    WhyInWords(
            MessageSource messages,
            AllocationInWords allocations,
            RetryInWords retries,
            OtherReasons others,
            Facts facts) {
        this.messages = messages;
        this.allocations = allocations;
        this.retries = retries;
        this.others = others;
        this.facts = facts;
    }

    /**
     * What is known and read by people.
     *
     * @param agents the names of people by their ids; who is not among them is called by the id
     * @param lists likewise
     * @param zone the list's, in whose times it is told
     */
    record Known(Map<String, String> agents, Map<String, String> lists, ZoneId zone) {}

    /** Nothing is said of what explains itself, and of what somebody has given a reason for in words. */
    Why of(AuditEvent event, Known known, Locale locale) {
        var telling = new Telling(messages, locale, known);
        return switch (event.type()) {
            case "ALLOCATED" ->
                allocations.why(facts.allocations(List.of(event)).get(0), telling);
            case "RETRY_SCHEDULED", "RESCHEDULED", "GIVEN_UP" -> retries.why(event, telling);
            default -> others.why(event, telling);
        };
    }
}
