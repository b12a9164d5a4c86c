package io.ringback.operations;

import io.ringback.callback.SetAsideCallbacks;
import io.ringback.task.TaskDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The figures, counted when they are asked for and no more often than is good: not before they have grown old, and when
 * counting takes long, not so often that it were more than a twentieth of the time.
 */
@Component
public class FigureCache {

    private static final int TWENTIETH = 20;

    private final JdbcFigures rows;
    private final SetAsideCallbacks setAside;
    private final TaskDesk tasks;
    private final EngineState engine;
    private final OperationsProperties properties;
    private final Clock clock;

    private @Nullable Figures figures;
    private Instant countedAt = Instant.MIN;
    private Instant countAgainAt = Instant.MIN;

    FigureCache(
            JdbcFigures rows,
            SetAsideCallbacks setAside,
            TaskDesk tasks,
            EngineState engine,
            OperationsProperties properties,
            Clock clock) {
        this.rows = rows;
        this.setAside = setAside;
        this.tasks = tasks;
        this.engine = engine;
        this.properties = properties;
        this.clock = clock;
    }

    public synchronized Figures figures() {
        var now = clock.instant();
        var known = figures;
        if (known == null || !now.isBefore(countAgainAt) || clockWasSetBack(now)) {
            known = count(now);
            figures = known;
            countedAt = now;
            var took = Duration.between(now, clock.instant()).multipliedBy(TWENTIETH);
            countAgainAt = now.plus(took.compareTo(properties.figuresEvery()) > 0 ? took : properties.figuresEvery());
        }
        return known;
    }

    /** Without this, figures counted while the clock was wrong would be shown until that time really comes. */
    private boolean clockWasSetBack(Instant now) {
        return now.isBefore(countedAt);
    }

    private Figures count(Instant now) {
        var agents = rows.agents();
        return new Figures(
                rows.lists(now),
                agents.receptions(),
                agents.idle(),
                setAside.count(),
                tasks.countOpen(),
                engine.timers());
    }
}
