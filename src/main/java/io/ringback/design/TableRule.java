package io.ringback.design;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a decision table.
 *
 * @param number of its row, from 1 on
 * @param description as its designer wrote it; null without one
 * @param inputs the conditions, as they are written in the table
 * @param outputs what follows, likewise
 */
public record TableRule(
        String id, int number, @Nullable String description, List<String> inputs, List<String> outputs) {}
