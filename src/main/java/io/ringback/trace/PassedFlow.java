package io.ringback.trace;

/**
 * A sequence flow that was passed once.
 *
 * @param on the version that it is drawn in
 * @param fromStep the number of the step it has led away from
 * @param toStep the number of the step it has led to
 * @param certain false where several flows lead from the one to the other and nothing tells which of them was taken; each of
 *     them is listed then
 */
public record PassedFlow(ProcessVersion on, String flowId, int fromStep, int toStep, boolean certain) {}
