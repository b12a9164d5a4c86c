package io.ringback.office.lists;

import io.ringback.list.CallbackList;
import io.ringback.list.ListRequest;
import io.ringback.list.Lists;
import io.ringback.platform.problem.InvalidField;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ListPreviewController {

    private final Lists lists;
    private final Clock clock;

    ListPreviewController(Lists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** What would become of a request under these settings; nothing is stored. */
    @PostMapping("/api/v1/lists/preview")
    ListPreview preview(@RequestBody @Valid PreviewRequest request) {
        var list = lists.proposed(asList(request.settings()));
        var now = clock.instant();
        var at = request.at() == null ? now : request.at();
        checkNear(at, now);
        return ListPreview.of(list, at);
    }

    /** The list that these settings would make. */
    static CallbackList asList(ListRequest settings) {
        return settings.asList(settings.id() == null ? "" : settings.id(), 1);
    }

    /** @throws InvalidField for a time that nobody plans for */
    static void checkNear(Instant at, Instant now) {
        if (Duration.between(now, at).abs().compareTo(Duration.ofDays(3660)) > 0) {
            throw new InvalidField("at", "must be less than ten years away");
        }
    }

    /**
     * @param settings with the id of the list if it is there already
     * @param at when the request comes in; now when left out
     */
    record PreviewRequest(
            @NotNull @Valid ListRequest settings, @Nullable Instant at) {}
}
