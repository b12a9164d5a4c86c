/**
 * HTTP: the way of a request through filters and limits, and the way of a problem back to its sender. Uses
 * platform.database, platform.input, platform.problem and platform.run; begin at {@code ProblemAdvice}.
 */
@NullMarked
package io.ringback.platform.web;

import org.jspecify.annotations.NullMarked;
