package io.ringback.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The stream for programs that would rather ask than be told. */
@RestController
@RequestMapping("/api/v1/events")
class EventController {

    private final EventStream stream;
    private final CloudEvents events;

    EventController(EventStream stream, CloudEvents events) {
        this.stream = stream;
        this.events = events;
    }

    /** The events after this number, oldest first; {@code next} is the {@code after} of the next time. */
    @GetMapping
    Page after(
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        var found = stream.after(after, limit);
        var next = found.isEmpty() ? after : found.get(found.size() - 1).sequence();
        return new Page(found.stream().map(events::of).toList(), next);
    }

    /** @param next never empty: there is always a next time */
    record Page(List<CloudEvent> items, long next) {}
}
