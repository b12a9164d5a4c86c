/**
 * What supervisors do with callbacks that nobody has in hand: before all others, for one agent, to another list, due at
 * another time, a note. Uses account, callback, hours, intake, list, number and platform; begin at {@code Steering}.
 */
@NullMarked
package io.ringback.supervision;

import org.jspecify.annotations.NullMarked;
