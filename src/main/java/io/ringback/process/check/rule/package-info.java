/**
 * The rules of the check, what breaks them, and the limits that hold in every kind of model. Uses no other package;
 * begin at {@code Rule}.
 */
@NullMarked
package io.ringback.process.check.rule;

import org.jspecify.annotations.NullMarked;
