/**
 * Is it well? Health, figures for monitoring, and what has failed and can be tried again. Uses audit, callback,
 * evidence, platform, task and webhook; begin at {@code EngineState}.
 */
@NullMarked
package io.ringback.operations;

import org.jspecify.annotations.NullMarked;
