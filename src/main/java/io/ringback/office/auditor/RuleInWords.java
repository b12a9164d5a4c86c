package io.ringback.office.auditor;

import io.ringback.audit.AuditEvent;
import io.ringback.trace.CompactDecisions;
import io.ringback.trace.MadeDecision;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which rule of which decision table was followed, as far as the trail still knows. */
@Component
class RuleInWords {

    /** “rule 2 of Retry policy, version 3”, of the decision that was made last. */
    Optional<String> last(AuditEvent event, Telling telling) {
        return made(event).map(made -> {
            var name = made.name() == null ? made.key() : made.name();
            var version = made.version();
            var table = version == null ? name : telling.text("auditwhy.version", name, version);
            return made.rules().isEmpty()
                    ? table
                    : telling.text("auditwhy.rule", made.rules().get(0).number(), table);
        });
    }

    /** The decision that was made last. */
    Optional<MadeDecision> made(AuditEvent event) {
        var all = CompactDecisions.of(event);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }
}
