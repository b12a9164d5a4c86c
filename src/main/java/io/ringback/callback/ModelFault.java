package io.ringback.callback;

import org.jspecify.annotations.Nullable;

/**
 * What a deployed process has gone wrong at.
 *
 * @param definitionId the engine's id of the version; null when it is not known
 * @param element id of the element in the model; null when it is not known
 * @param message the engine's, in one line, without phone numbers
 */
public record ModelFault(
        @Nullable String definitionId, @Nullable String element, String message) {}
