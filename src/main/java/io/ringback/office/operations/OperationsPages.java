package io.ringback.office.operations;

import io.ringback.callback.SetAsideCallbacks;
import io.ringback.office.operations.OperationsPage.Node;
import io.ringback.office.operations.OperationsPage.Outbox;
import io.ringback.office.operations.OperationsPage.Part;
import io.ringback.operations.EngineState;
import io.ringback.operations.FigureCache;
import io.ringback.operations.Figures;
import io.ringback.operations.IncidentController;
import io.ringback.operations.ModelState;
import io.ringback.webhook.OutgoingEvents;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** Puts together what the page of operations shows. */
@Component
class OperationsPages {

    private static final List<String> PARTS = List.of("db", "engine", "timerLag", "models", "diskSpace");
    private static final Logger log = LoggerFactory.getLogger(OperationsPages.class);

    private final HealthEndpoint health;
    private final FigureCache figures;
    private final EngineState engine;
    private final SetAsideCallbacks setAside;
    private final ModelState models;
    private final OutgoingEvents outbox;
    private final ObjectProvider<BuildProperties> build;

    OperationsPages(
            HealthEndpoint health,
            FigureCache figures,
            EngineState engine,
            SetAsideCallbacks setAside,
            ModelState models,
            OutgoingEvents outbox,
            ObjectProvider<BuildProperties> build) {
        this.health = health;
        this.figures = figures;
        this.engine = engine;
        this.setAside = setAside;
        this.models = models;
        this.outbox = outbox;
        this.build = build;
    }

    OperationsPage now() {
        return new OperationsPage(
                PARTS.stream().flatMap(this::part).toList(),
                counted(),
                deliveries(),
                engine.incidents(IncidentController.SHOWN),
                setAside.oldest(IncidentController.SHOWN),
                models.files(IncidentController.SHOWN),
                models.faults(IncidentController.SHOWN),
                node());
    }

    private Stream<Part> part(String name) {
        var found = health.healthForPath(name);
        return found == null
                ? Stream.empty()
                : Stream.of(new Part(name, found.getStatus().getCode()));
    }

    /** Counting may take too long just when the page is needed most. */
    private @Nullable Figures counted() {
        try {
            return figures.figures();
        } catch (RuntimeException failure) {
            log.warn("The figures for the page of operations could not be counted: {}", failure.toString());
            return null;
        }
    }

    private Outbox deliveries() {
        var lag = outbox.lag();
        return new Outbox(lag.undelivered(), lag.oldest().toMillis() / 1_000.0);
    }

    private Node node() {
        var known = build.getIfAvailable();
        return new Node(
                known == null ? "?" : known.getVersion(),
                known == null ? null : known.getTime(),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                Runtime.version().toString());
    }
}
