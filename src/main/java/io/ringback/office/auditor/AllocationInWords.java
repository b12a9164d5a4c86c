package io.ringback.office.auditor;

import io.ringback.auditor.Allocation;
import io.ringback.callback.AllocationFacts;
import io.ringback.callback.AllocationFacts.FirstBy;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** Why this callback, and why this agent: “Oldest of 14 eligible on Sales and Support; Bo, waiting 3 min, longest of 2.” */
@Component
class AllocationInWords {

    Why why(Allocation allocation, Telling telling) {
        var facts = allocation.because();
        if (facts == null) {
            return Why.of(telling.text("auditwhy.notKept"));
        }
        var sentences = new ArrayList<String>();
        sentences.add(telling.text(
                "auditwhy.given",
                callback(facts, telling),
                agent(facts, telling.agent(allocation.agentId()), telling)));
        if (facts.calledBefore()) {
            sentences.add(telling.text("auditwhy.calledBefore"));
        }
        if (!facts.ahead().isEmpty()) {
            sentences.add(telling.text("auditwhy.skipped", facts.ahead().size()));
        }
        return new Why(
                sentences,
                facts.ahead().stream()
                        .map(ahead ->
                                new Why.Other(ahead.callbackId(), telling.text("auditwhy.skipped." + ahead.why())))
                        .toList());
    }

    private static String callback(AllocationFacts facts, Telling telling) {
        var count = facts.eligibleAtLeast()
                ? telling.text("auditwhy.atLeast", facts.eligible())
                : String.valueOf(facts.eligible());
        return telling.text(
                "auditwhy.first." + first(facts),
                count,
                telling.onLists(facts.joinedLists(), facts.joined()),
                facts.place());
    }

    /** Which of several words the first is called by hangs on what made it the first. */
    private static String first(AllocationFacts facts) {
        var by = facts.firstBy();
        if (facts.place() > 1) {
            return "PLACE";
        }
        return by == null || by == FirstBy.DUE || by == FirstBy.REQUESTED ? "OLDEST" : by.name();
    }

    private static String agent(AllocationFacts facts, String name, Telling telling) {
        var waited = facts.agentWaited();
        var waiting = facts.agentsWaiting();
        if (waited == null) {
            return telling.text("auditwhy.agent.BUSY", name, waiting);
        }
        var roughly = telling.roughly(waited);
        if (facts.longerWaiting() > 0) {
            return telling.text("auditwhy.agent.NOT_LONGEST", name, roughly, facts.longerWaiting());
        }
        return waiting > 1
                ? telling.text("auditwhy.agent.LONGEST", name, roughly, waiting)
                : telling.text("auditwhy.agent.ONLY", name, roughly);
    }
}
