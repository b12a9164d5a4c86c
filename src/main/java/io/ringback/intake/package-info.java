/**
 * How requests for callbacks come in, are held against those that are there, and get their deadlines. Uses account, audit, callback,
 * hours, list, number, platform and reception; begin at {@code Intake}.
 */
@NullMarked
package io.ringback.intake;

import org.jspecify.annotations.NullMarked;
