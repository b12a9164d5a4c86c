package io.ringback.auditor;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ringback.audit.AuditEvent;
import io.ringback.callback.Attempt;
import io.ringback.callback.CallbackNote;
import io.ringback.callback.CallbackView;
import io.ringback.callback.LeftDraft;
import io.ringback.callback.RelatedCallback;
import io.ringback.trace.MadeDecision;
import io.ringback.trace.MadeDecision.Rule;
import io.ringback.trace.PassedFlow;
import io.ringback.trace.ProcessVersion;
import io.ringback.trace.Step;
import io.ringback.trace.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a callback, for auditors.
 *
 * @param process the version that it has gone on last; null where nobody knows any more
 * @param source where path, flows and decisions come from: {@code ENGINE} while it is open, {@code RECORD} once it is closed,
 *     {@code TRAIL} where nothing but the events is left of it
 * @param end the element at which its process has ended; null while it goes on, and when it was taken away
 * @param events oldest first, without who has looked at it
 * @param flows the sequence flows that were passed, in that order
 * @param looks who has looked at it, newest first, at most the last 100
 */
record AuditedCase(
        CallbackView callback,
        @Nullable ProcessVersion process,
        Trace.Source source,
        @Nullable String end,
        List<AuditEvent> events,
        List<Attempt> attempts,
        List<RelatedCallback> related,
        List<PathStep> path,
        List<Flow> flows,
        List<Decision> decisions,
        List<Allocation> allocations,
        List<LeftDraft> leftUnsaved,
        List<CallbackNote> notes,
        List<AuditEvent> looks) {

    /**
     * @param number from 1, in the order in which they were entered
     * @param endedAt null as long as the case is there
     * @param process the key of the process that the element is drawn in: another one in a called process
     * @param interrupted whether it was left by something else than its own end
     */
    record PathStep(
            int number,
            String elementId,
            @Nullable String name,
            String type,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String agentId,
            int round,
            String process,
            int version,
            boolean interrupted) {

        static PathStep of(Step step) {
            return new PathStep(
                    step.number(),
                    step.elementId(),
                    step.name(),
                    step.type(),
                    step.startedAt(),
                    step.endedAt(),
                    step.agentId(),
                    step.round(),
                    step.on().key(),
                    step.on().version(),
                    step.interrupted());
        }
    }

    /** @param certain false where nothing tells which of several flows between the two was taken: all are listed then */
    record Flow(String flowId, int fromStep, int toStep, boolean certain, String process, int version) {

        static Flow of(PassedFlow flow) {
            return new Flow(
                    flow.flowId(),
                    flow.fromStep(),
                    flow.toStep(),
                    flow.certain(),
                    flow.on().key(),
                    flow.on().version());
        }
    }

    /**
     * @param elementId null for what was decided before the process began
     * @param rule the first one that has fired; null when none did
     */
    record Decision(
            @Nullable String elementId,
            Instant at,
            String decision,
            @Nullable Integer version,
            @Nullable String name,
            @JsonInclude(JsonInclude.Include.ALWAYS) Map<String, @Nullable Object> inputs,
            @Nullable Rule rule,
            List<Rule> rules,
            @JsonInclude(JsonInclude.Include.ALWAYS) Map<String, @Nullable Object> outputs) {

        static Decision of(MadeDecision made) {
            return new Decision(
                    made.elementId(),
                    made.at(),
                    made.key(),
                    made.version(),
                    made.name(),
                    made.inputs(),
                    made.rules().isEmpty() ? null : made.rules().get(0),
                    made.rules(),
                    made.outputs());
        }
    }
}
