package io.ringback.figures;

import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures of process versions, agents and lists, for auditors. */
@RestController
@RequestMapping("/api/v1/audit")
class FiguresController {

    private final Figures figures;
    private final PastReceptions receptions;
    private final Clock clock;

    FiguresController(Figures figures, PastReceptions receptions, Clock clock) {
        this.figures = figures;
        this.receptions = receptions;
        this.clock = clock;
    }

    /**
     * How the cases that were closed in the period went through this version: passes and durations of its elements, passes of
     * its flows, ends of cases, rules that fired. Without {@code to} until now, without {@code from} the 30 days before;
     * both are widened to whole quarters of an hour.
     */
    @GetMapping("/processes/{key}/versions/{version}/figures")
    @LooksAt(
            value = Look.FIGURES,
            criteria = {"key", "version", "from", "to"})
    ProcessFigures ofVersion(
            @PathVariable String key,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        return figures.ofVersion(key, version, Period.counted(from, to, clock.instant()));
    }

    /**
     * The receptions of an agent that began in the period, the latest first: when each began and ended, why, the cases given
     * meanwhile, and the median time to the call. {@code next} is the {@code after} of the page that follows.
     */
    @GetMapping("/agents/{id}/receptions")
    @LooksAt(
            value = Look.AGENT,
            agent = "id",
            criteria = {"from", "to"})
    PastReceptions.Page receptions(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        return receptions.page(id, from, to, after, limit);
    }

    /** What an agent did with the cases that were closed in the period; from and to as for a version of a process. */
    @GetMapping("/agents/{id}/figures")
    @LooksAt(
            value = Look.AGENT,
            agent = "id",
            criteria = {"from", "to"})
    PeopleFigures ofAgent(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        return figures.ofAgent(id, Period.counted(from, to, clock.instant()));
    }

    /** What all agents did with the cases of a list that were closed in the period, likewise. */
    @GetMapping("/lists/{id}/figures")
    @LooksAt(
            value = Look.FIGURES,
            list = "id",
            criteria = {"from", "to"})
    PeopleFigures ofList(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        return figures.ofList(id, Period.counted(from, to, clock.instant()));
    }
}
