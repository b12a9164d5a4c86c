/**
 * The rules of the check, what breaks them, and the limits that hold in every kind of model. Uses process.check.xml;
 * begin at {@code Rule}.
 */
@NullMarked
package io.ringback.process.check.rule;

import org.jspecify.annotations.NullMarked;
