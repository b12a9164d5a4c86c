package io.ringback.operations;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.ringback.evidence.TrailChecks;
import io.ringback.webhook.DeliveryLag;
import io.ringback.webhook.OutgoingEvents;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Shows the figures to Prometheus, all of one moment. They are those of the whole centre, so every node shows the same;
 * when they cannot be counted there is none of them but {@code ringback_figures_available 0}.
 */
@Component
class FigureCollector implements MultiCollector {

    private static final Logger log = LoggerFactory.getLogger(FigureCollector.class);

    private final FigureCache book;
    private final OutgoingEvents outbox;
    private final ModelState models;
    private final TrailChecks record;
    private final OperationsProperties properties;

    FigureCollector(
            FigureCache book,
            OutgoingEvents outbox,
            ModelState models,
            TrailChecks record,
            OperationsProperties properties,
            ObjectProvider<PrometheusRegistry> registry) {
        this.book = book;
        this.outbox = outbox;
        this.models = models;
        this.record = record;
        this.properties = properties;
        registry.ifAvailable(found -> found.register(this));
    }

    @Override
    public MetricSnapshots collect() {
        var shown = MetricSnapshots.builder();
        var available = true;
        try {
            show(book.figures().limited(properties.listsShown()), shown);
            show(outbox.lag(), shown);
            show(models.countFaults(), shown);
            shown.metricSnapshot(gauge(
                    "ringback_record_broken", "1 if the last check has found it changed", record.isBroken() ? 1 : 0));
        } catch (RuntimeException failure) {
            log.warn("The figures for monitoring could not be counted: {}", failure.toString());
            available = false;
        }
        var refused = models.refusedHere().size();
        return shown.metricSnapshot(gauge("ringback_models_refused", "Files of this node that do not serve", refused))
                .metricSnapshot(gauge("ringback_figures_available", "1 if they could be counted", available ? 1 : 0))
                .build();
    }

    private static void show(Figures figures, MetricSnapshots.Builder shown) {
        var lists = figures.lists();
        var timers = figures.timers();
        shown.metricSnapshot(byList("waiting", "Eligible, in nobody's hands", lists, Figures.OfList::waiting))
                .metricSnapshot(byList("scheduled", "Not before a time to come", lists, Figures.OfList::scheduled))
                .metricSnapshot(byList("held", "In an agent's hands", lists, Figures.OfList::held))
                .metricSnapshot(byList("overdue", "Open, should have been called", lists, Figures.OfList::overdue))
                .metricSnapshot(gauge("ringback_callbacks_set_aside", "Wait for a repair", figures.setAside()))
                .metricSnapshot(gauge("ringback_tasks_open", "Of back offices, not completed", figures.tasks()))
                .metricSnapshot(gauge("ringback_receptions", "Agents receiving", figures.receptions()))
                .metricSnapshot(gauge("ringback_agents_idle", "Receiving, with no callback", figures.idle()))
                .metricSnapshot(gauge("ringback_timers_due", "Due and not fired", timers.due()))
                .metricSnapshot(gauge("ringback_timer_lag_seconds", "Of the latest one", seconds(timers.lag())))
                .metricSnapshot(gauge("ringback_timers_retrying", "Failed, tried again", timers.retrying()))
                .metricSnapshot(gauge("ringback_incidents", "Failed timers that have given up", timers.failed()));
    }

    private static void show(DeliveryLag lag, MetricSnapshots.Builder shown) {
        shown.metricSnapshot(gauge("ringback_outbox_waiting", "Deliveries that wait", lag.undelivered()))
                .metricSnapshot(gauge("ringback_outbox_lag_seconds", "Of the oldest one", seconds(lag.oldest())))
                .metricSnapshot(gauge("ringback_outbox_dead", "Deliveries given up", lag.dead()));
    }

    private static void show(ModelState.Faults faults, MetricSnapshots.Builder shown) {
        shown.metricSnapshot(gauge("ringback_model_faults", "Versions that have gone wrong", faults.all()))
                .metricSnapshot(
                        gauge("ringback_models_unstartable", "Versions that do not start", faults.unstartable()));
    }

    private static GaugeSnapshot byList(
            String name, String help, List<Figures.OfList> lists, ToLongFunction<Figures.OfList> figure) {
        var gauge = GaugeSnapshot.builder().name("ringback_callbacks_" + name).help(help);
        lists.forEach(list -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(Labels.of("list", list.listId()))
                .value(figure.applyAsLong(list))
                .build()));
        return gauge.build();
    }

    private static GaugeSnapshot gauge(String name, String help, double value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
                .build();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
