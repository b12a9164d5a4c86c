package io.ringback.webhook;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of each event for a webhook. */
@RestController
@RequestMapping("/api/v1/webhooks/{id}")
public class DeliveryController {

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Queueing queueing;

    DeliveryController(Webhooks webhooks, Deliveries deliveries, Queueing queueing) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.queueing = queueing;
    }

    /** Newest first; {@code next} is the {@code after} of the page that follows, null on the last. */
    @GetMapping("/deliveries")
    Page deliveries(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable DeliveryStatus status,
            @RequestParam(required = false) @Nullable @Min(1) Long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        webhooks.get(id);
        return Page.of(deliveries.page(id, status, after, limit + 1), limit);
    }

    /** Sends one at once that was given up, or waits for its next try. */
    @PostMapping("/deliveries/{sequence}/retry")
    Delivery retry(@PathVariable UUID id, @PathVariable long sequence) {
        return deliveries.retry(id, sequence);
    }

    /** Sends events up to now once more, in their order. */
    @PostMapping("/replay")
    Replayed replay(@PathVariable UUID id, @RequestBody @Valid ReplayRequest request) {
        return new Replayed(queueing.replay(id, request.fromSequence(), request.toSequence()));
    }

    /**
     * From one number to another, both included.
     *
     * @param toSequence left out: up to now
     */
    record ReplayRequest(
            @NotNull @Min(1) Long fromSequence,
            @Nullable @Min(1) Long toSequence) {}

    /** @param replayed how many events are sent once more; those that were pending anyway are not counted */
    record Replayed(int replayed) {}

    public record Page(List<Delivery> items, @Nullable Long next) {

        public static Page of(List<Delivery> found, int limit) {
            var items = found.stream().limit(limit).toList();
            return new Page(items, found.size() > limit ? items.get(limit - 1).sequence() : null);
        }
    }
}
