/**
 * When a list may call: weekly hours, closed days, holidays and the zones of callers, as one pure calendar. Uses
 * platform; begin at {@code OpeningCalendar}.
 */
@NullMarked
package io.ringback.hours;

import org.jspecify.annotations.NullMarked;
