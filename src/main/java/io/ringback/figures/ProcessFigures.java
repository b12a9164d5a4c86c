package io.ringback.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the cases that were closed in a period have gone through a version of a process.
 *
 * @param from as counted, in whole quarters of an hour
 * @param countedUntil cases closed before are counted; those closed since are a moment later
 * @param medianSeconds from the first step of a case to its end, of half of them at most; null without a case
 * @param elements as they are drawn, those that nobody passed included
 * @param flows as they are drawn, likewise
 * @param ends of the cases; not of what was told beside them, or within a sub-process
 * @param rules of decisions, each time one fired
 */
public record ProcessFigures(
        String key,
        int version,
        Instant from,
        Instant to,
        Instant countedUntil,
        long cases,
        @Nullable Double medianSeconds,
        @Nullable Double p95Seconds,
        List<Element> elements,
        List<Flow> flows,
        List<End> ends,
        List<Rule> rules) {

    /**
     * @param type as BPMN calls it, such as {@code userTask}
     * @param medianSeconds half of the passes took at most this long; null without a pass
     * @param p95Seconds 19 of 20 took at most this long
     */
    @JsonInclude
    public record Element(
            String elementId,
            @Nullable String name,
            @Nullable String type,
            long passes,
            @Nullable Double medianSeconds,
            @Nullable Double p95Seconds) {}

    /**
     * @param from the element that it leads away from
     * @param share of all passes of the ways out of that element, from 0 to 1; null where there is one way only, or nobody went
     */
    public record Flow(
            String flowId,
            @Nullable String name,
            String from,
            String to,
            long passes,
            @Nullable Double share) {}

    /** @param elementId null for cases whose process was taken away */
    public record End(@Nullable String elementId, @Nullable String name, long count) {}

    /**
     * @param decision the id of the decision
     * @param ruleId null where no rule fired
     * @param number of its row in the table, from 1 on; null where it is not known any more
     * @param description as its designer wrote it, or what it asks and gives
     */
    public record Rule(
            String decision,
            @Nullable Integer version,
            @Nullable String ruleId,
            @Nullable Integer number,
            @Nullable String description,
            long count) {}
}
