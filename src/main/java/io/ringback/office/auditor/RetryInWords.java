package io.ringback.office.auditor;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.audit.AuditEvent;
import io.ringback.auditor.Facts;
import io.ringback.callback.RetryFacts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Why a callback is offered again at that time, or not at all: “Again after 15 min, by rule 2 of Retry policy, version 3;
 * moved to the opening on Monday at 9:00.”
 */
@Component
class RetryInWords {

    private final Facts facts;
    private final RuleInWords rules;

    RetryInWords(Facts facts, RuleInWords rules) {
        this.facts = facts;
        this.rules = rules;
    }

    Why why(AuditEvent event, Telling telling) {
        if (event.type().equals("GIVEN_UP")) {
            return Why.of(rules.last(event, telling)
                    .map(rule -> telling.text("auditwhy.retry.givenUp", rule))
                    .orElseGet(() -> telling.text("auditwhy.retry.noneAllowed")));
        }
        var details = facts.read(event.details());
        var retryAt = instant(details.path("retryAt"));
        if (retryAt == null) {
            return Why.NOTHING;
        }
        var why = facts.of(event, RetryFacts.FACT, RetryFacts.class);
        var decided = decided(event, details, why, telling);
        return Why.of(why.map(RetryFacts::moved)
                .map(moved -> telling.text("auditwhy.moved." + moved, telling.time(event.at(), retryAt)))
                .map(moved -> telling.text("auditwhy.moved", decided, moved))
                .orElseGet(() -> telling.text("auditwhy.sentence", decided)));
    }

    private String decided(AuditEvent event, JsonNode details, Optional<RetryFacts> why, Telling telling) {
        var by = details.path("decidedBy").asText();
        var after = why.map(RetryFacts::after);
        if (by.equals("AGENT") || by.equals("SUPERVISOR")) {
            var asked = instant(details.path("askedAt"));
            return telling.text(
                    (details.path("insisted").asBoolean() ? "auditwhy.retry.insisted." : "auditwhy.retry.agreed.") + by,
                    asked == null ? "" : telling.time(event.at(), asked));
        }
        if (by.equals("LIST")) {
            return after.map(delay -> telling.text("auditwhy.retry.list", telling.exactly(delay)))
                    .orElseGet(() -> telling.text("auditwhy.retry.listOnly"));
        }
        var policy = rules.last(event, telling).orElseGet(() -> telling.text("auditwhy.retry.policy"));
        return after.map(delay -> telling.text("auditwhy.retry.after", policy, telling.exactly(delay)))
                .orElseGet(() -> telling.text("auditwhy.retry.by", policy));
    }

    private static @Nullable Instant instant(JsonNode written) {
        try {
            return written.isMissingNode() || written.isNull() ? null : Instant.parse(written.asText());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
