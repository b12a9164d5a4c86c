package io.ringback.design;

/**
 * A version of a process, decision or form.
 *
 * @param unchanged whether it was there already, with just this content
 */
public record ModelVersion(String key, int version, boolean unchanged) {}
