package io.ringback.trace;

/**
 * A version of a process, which never changes.
 *
 * @param key the id of the process in its drawing
 * @param definitionId the engine's
 */
public record ProcessVersion(String key, int version, String definitionId) {}
