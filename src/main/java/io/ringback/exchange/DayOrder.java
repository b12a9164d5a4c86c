package io.ringback.exchange;

/** Which comes first where a day is written as two numbers and a year: {@code 9/12/2026}. */
public enum DayOrder {
    DAY_FIRST,
    MONTH_FIRST
}
