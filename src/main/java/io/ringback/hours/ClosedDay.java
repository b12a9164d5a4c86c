package io.ringback.hours;

import java.time.LocalDate;

/** A day on which a list calls nobody, from midnight to midnight in the zone of the list. */
public record ClosedDay(LocalDate date, String name) {}
