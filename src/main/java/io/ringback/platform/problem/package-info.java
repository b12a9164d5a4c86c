/**
 * How a refusal is said: one exception or type for each meaning, and whether the database is away. Uses no other
 * package; begin at {@code ProblemType}.
 */
@NullMarked
package io.ringback.platform.problem;

import org.jspecify.annotations.NullMarked;
