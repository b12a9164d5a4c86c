package io.ringback.office.auditor;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.audit.AuditEvent;
import io.ringback.audit.Changed;
import io.ringback.auditor.Facts;
import io.ringback.reception.StopFacts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Why receiving has stopped, why a request was merged or refused, and the like. */
@Component
class OtherReasons {

    private final Facts facts;
    private final RuleInWords rules;

    OtherReasons(Facts facts, RuleInWords rules) {
        this.facts = facts;
        this.rules = rules;
    }

    Why why(AuditEvent event, Telling telling) {
        return switch (event.type()) {
            case "RECEIVING_STOPPED" -> stopped(event, telling);
            case "RELEASED" -> released(event, telling);
            case "REQUESTED" -> requested(event, telling);
            case "MERGED" -> merged(event, telling, "auditwhy.merged");
            case "MOVED" -> merged(event, telling, "auditwhy.movedInto");
            case "RELATED_RECEIVED" -> askedAgain(event, telling);
            case "CALL_TAKEN_FOR_ENDED" -> takenForEnded(event, telling);
            case "REQUEST_REFUSED" -> refused(event, telling);
            default -> always(event, telling);
        };
    }

    /** Of what is always for the same reason. */
    private static Why always(AuditEvent event, Telling telling) {
        var words = telling.textOrNull("auditwhy.event." + event.type());
        return words == null ? Why.NOTHING : Why.of(words);
    }

    private Why stopped(AuditEvent event, Telling telling) {
        var code = facts.read(event.because()).path("code").asText(null);
        var why = facts.of(event, StopFacts.FACT, StopFacts.class);
        if (why.isEmpty()) {
            return code == null
                    ? Why.NOTHING
                    : Why.of(telling.text("auditwhy.released", telling.text("board.stop." + code)));
        }
        var others = Stream.ofNullable(why.get().callbackId())
                .map(id -> new Why.Other(id, telling.text("auditwhy.inHand")))
                .toList();
        return new Why(List.of(telling.text("auditwhy.released", reason(why.get(), telling))), others);
    }

    private Why released(AuditEvent event, Telling telling) {
        return facts.of(event, StopFacts.FACT, StopFacts.class)
                .map(why -> Why.of(telling.text("auditwhy.released", reason(why, telling))))
                .orElse(Why.NOTHING);
    }

    private static String reason(StopFacts why, Telling telling) {
        var limit = why.limit();
        return limit == null
                ? telling.text("board.stop." + why.reason())
                : telling.text("auditwhy.limit." + why.reason(), telling.exactly(limit));
    }

    private Why requested(AuditEvent event, Telling telling) {
        return rules.made(event)
                .map(made -> made.outputs().get("priority"))
                .flatMap(priority -> rules.last(event, telling)
                        .map(rule -> Why.of(telling.text("auditwhy.priority", rule, String.valueOf(priority)))))
                .orElse(Why.NOTHING);
    }

    private Why merged(AuditEvent event, Telling telling, String key) {
        var main = facts.read(event.details()).path("mainCallbackId").asText(null);
        return main == null
                ? Why.NOTHING
                : new Why(
                        List.of(telling.text(key)),
                        List.of(new Why.Other(UUID.fromString(main), telling.text("cases.main"))));
    }

    private Why askedAgain(AuditEvent event, Telling telling) {
        var sentences = new ArrayList<String>();
        for (var time : List.of("eligibleAt", "dueAt", "expiresAt")) {
            var changed = change(facts.read(event.changed()).path(time));
            if (changed.before() instanceof Instant before && changed.after() instanceof Instant after) {
                sentences.add(telling.text(
                        "auditwhy.again." + time, telling.time(event.at(), after), telling.time(event.at(), before)));
            }
        }
        if (sentences.isEmpty()) {
            sentences.add(telling.text("auditwhy.again.nothing"));
        }
        return new Why(sentences, List.of());
    }

    private static Changed change(JsonNode written) {
        try {
            return new Changed(
                    Instant.parse(written.path("before").asText()),
                    Instant.parse(written.path("after").asText()));
        } catch (DateTimeException none) {
            return new Changed(null, null);
        }
    }

    private Why takenForEnded(AuditEvent event, Telling telling) {
        try {
            var limit = Duration.parse(facts.read(event.details()).path("limit").asText());
            return Why.of(telling.text("auditwhy.takenForEnded", telling.exactly(limit)));
        } catch (DateTimeException unknown) {
            return Why.NOTHING;
        }
    }

    private Why refused(AuditEvent event, Telling telling) {
        var details = facts.read(event.details());
        var code = facts.read(event.because()).path("code").asText("INVALID");
        var field = details.path("field").asText("");
        var reason = telling.textOrNull("auditwhy.refused." + code);
        return Why.of(telling.text(
                "auditwhy.refused",
                details.path("times").asInt(1),
                field.isEmpty() ? telling.text("auditwhy.refused.whole") : field,
                reason == null ? telling.textOr("exchange.error." + code, code) : reason));
    }
}
