package io.ringback.office.auditor;

import io.ringback.audit.AuditEvent;
import io.ringback.office.CasePage;
import io.ringback.trace.MadeDecision;
import io.ringback.trace.ProcessVersion;
import io.ringback.trace.Step;
import io.ringback.trace.Trace;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One callback as auditors see it.
 *
 * @param zone the list's
 * @param drawn the versions that its way lies in, the one of the case first
 * @param rounds how often it was offered
 * @param looks who has looked at it, newest first
 */
record AuditedCasePage(
        CasePage page,
        ZoneId zone,
        Trace trace,
        List<Drawn> drawn,
        int rounds,
        List<ShownStep> steps,
        List<ShownDecision> decisions,
        List<ShownEvent> events,
        List<Had> had,
        List<ShownLook> looks) {

    /** What the end is called by people; null without one. */
    public @Nullable String endName() {
        return trace.steps().stream()
                .filter(step -> step.elementId().equals(trace.end()))
                .map(Step::name)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(trace.end());
    }

    /** A version of a process; {@code deleted} when designers see it no more. */
    record Drawn(ProcessVersion version, boolean deleted) {

        public String key() {
            return drawing(version);
        }
    }

    /**
     * @param drawing where the element is drawn
     * @param flows by which it was come to, by their ids
     * @param maybe those that may have been it, where nothing tells
     * @param took in words; null while it lasts
     * @param agentName null for what is nobody's
     */
    record ShownStep(
            Step step,
            String drawing,
            List<String> flows,
            List<String> maybe,
            @Nullable String took,
            @Nullable String agentName) {}

    /**
     * @param elementName of the step that has asked; null for what was decided before the process began
     * @param inputs in words
     * @param outputs likewise
     */
    record ShownDecision(
            MadeDecision made, @Nullable String elementName, Map<String, String> inputs, Map<String, String> outputs) {

        public String name() {
            return made.name() == null ? made.key() : made.name();
        }
    }

    record ShownEvent(CasePage.Event event, Why why, List<ChangedInWords.Line> changed) {}

    /** Who had it in hand, and until when. */
    record Had(String agentName, CasePage.Event from, CasePage.@Nullable Event until, Why why) {}

    record ShownLook(AuditEvent event, String who) {}

    static String drawing(ProcessVersion version) {
        return version.key() + "/" + version.version();
    }
}
