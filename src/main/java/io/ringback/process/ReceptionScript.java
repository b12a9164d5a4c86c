package io.ringback.process;

import static io.ringback.process.Stage.BUSY;
import static io.ringback.process.Stage.IDLE;
import static io.ringback.process.Stage.READY;
import static io.ringback.process.Stage.STOPPED;
import static io.ringback.process.Stage.STOPPING;

import java.util.Map;
import java.util.Set;

/** How server and agent reception play together. */
final class ReceptionScript {

    private ReceptionScript() {}

    static Script script() {
        return new Script(READY, Set.of(Names.AGENT_ID), delegates(), messages(), null, waiting(), Set.of(STOPPED));
    }

    private static Map<String, Step> delegates() {
        return Map.of(
                "allocationDelegate",
                Step.of(
                                Move.of(READY, BUSY).as(Names.CALLBACK_FOUND, "true"),
                                Move.of(READY, IDLE).as(Names.CALLBACK_FOUND, "false"))
                        .reading(Names.AGENT_ID),
                "releaseHeldDelegate",
                Step.of(Move.of(STOPPING, STOPPED), Move.of(STOPPED, STOPPED)).reading(Names.AGENT_ID));
    }

    private static Map<String, Step> messages() {
        return Map.of(
                Names.CALLBACK_AVAILABLE,
                Step.of(Move.of(IDLE, READY)),
                Names.CALLBACK_CLOSED,
                Step.of(Move.of(BUSY, READY)),
                Names.STOP_RECEIVING,
                Step.of(
                        Move.of(IDLE, STOPPING).any(Names.OUTCOME_SAVED),
                        Move.of(BUSY, STOPPING).any(Names.OUTCOME_SAVED)));
    }

    private static Map<Stage, Waiting> waiting() {
        return Map.of(
                READY,
                Waiting.refused("the agent waits for the next callback: look for one first"),
                IDLE,
                Waiting.with(Set.of(Names.CALLBACK_AVAILABLE, Names.STOP_RECEIVING), Set.of()),
                BUSY,
                Waiting.with(Set.of(Names.CALLBACK_CLOSED, Names.STOP_RECEIVING), Set.of()),
                STOPPING,
                Waiting.refused("who stops waits for the answer: release the callback first"));
    }
}
