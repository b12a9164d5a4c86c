package io.ringback.process.contract;

import static io.ringback.process.contract.ServerStage.BUSY;
import static io.ringback.process.contract.ServerStage.IDLE;
import static io.ringback.process.contract.ServerStage.READY;
import static io.ringback.process.contract.ServerStage.STOPPED;
import static io.ringback.process.contract.ServerStage.STOPPING;

import java.util.Map;
import java.util.Set;

/** How server and agent reception play together. */
final class ReceptionInterplay {

    private ReceptionInterplay() {}

    static Interplay interplay() {
        return new Interplay(
                READY, Set.of(SharedNames.AGENT_ID), delegates(), messages(), null, waiting(), Set.of(STOPPED));
    }

    private static Map<String, InterplayStep> delegates() {
        return Map.of(
                "allocationDelegate",
                InterplayStep.of(
                                Effect.of(READY, BUSY).as(SharedNames.CALLBACK_FOUND, "true"),
                                Effect.of(READY, IDLE).as(SharedNames.CALLBACK_FOUND, "false"))
                        .reading(SharedNames.AGENT_ID),
                "releaseHeldDelegate",
                InterplayStep.of(Effect.of(STOPPING, STOPPED), Effect.of(STOPPED, STOPPED))
                        .reading(SharedNames.AGENT_ID));
    }

    private static Map<String, InterplayStep> messages() {
        return Map.of(
                SharedNames.CALLBACK_AVAILABLE,
                InterplayStep.of(Effect.of(IDLE, READY)),
                SharedNames.CALLBACK_CLOSED,
                InterplayStep.of(Effect.of(BUSY, READY)),
                SharedNames.STOP_RECEIVING,
                InterplayStep.of(
                        Effect.of(IDLE, STOPPING).any(SharedNames.OUTCOME_SAVED),
                        Effect.of(BUSY, STOPPING).any(SharedNames.OUTCOME_SAVED)));
    }

    private static Map<ServerStage, WaitDemands> waiting() {
        return Map.of(
                READY,
                WaitDemands.refused("the agent waits for the next callback: look for one first"),
                IDLE,
                WaitDemands.with(Set.of(SharedNames.CALLBACK_AVAILABLE, SharedNames.STOP_RECEIVING), Set.of()),
                BUSY,
                WaitDemands.with(Set.of(SharedNames.CALLBACK_CLOSED, SharedNames.STOP_RECEIVING), Set.of()),
                STOPPING,
                WaitDemands.refused("who stops waits for the answer: release the callback first"));
    }
}
