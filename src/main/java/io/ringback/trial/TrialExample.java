package io.ringback.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ringback.callback.CallStatus;
import io.ringback.callback.Source;
import io.ringback.platform.input.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case to be played.
 *
 * @param startAt when the request comes in; null for now
 * @param source where it comes from; null for {@link Source#MANUAL}
 * @param attributes of the request; null for none
 * @param events what happens then, one after the other
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialExample(
        @Nullable Instant startAt,
        @Nullable Source source,

        @Nullable @Size(max = 50, message = "must be at most 50")
        Map<@PlainText(max = 64) String, @NotNull @PlainText(max = 1000) String> attributes,

        @NotNull @Size(max = MOST_EVENTS, message = "must be at most 100")
        List<@NotNull @Valid Event> events) {

    static final int MOST_EVENTS = 100;

    /**
     * One thing that happens.
     *
     * @param callStatus what the agent saves; null but for {@link TrialEvent#OUTCOME}
     * @param retryAt the time that the agent has agreed on; null for none
     * @param timer the element whose time comes; null for the next one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Event(
            @NotNull TrialEvent event,
            @Nullable CallStatus callStatus,
            @Nullable Instant retryAt,

            @Nullable @Pattern(regexp = "[A-Za-z_][A-Za-z0-9_.-]{0,127}", message = "must be the id of an element")
            String timer) {

        public static Event of(TrialEvent event) {
            return new Event(event, null, null, null);
        }

        public static Event outcome(CallStatus callStatus) {
            return new Event(TrialEvent.OUTCOME, callStatus, null, null);
        }

        public static Event timer(String element) {
            return new Event(TrialEvent.TIMER, null, null, element);
        }

        /** In words, for findings. */
        String told() {
            var what = callStatus != null ? callStatus.name() : timer;
            return what == null ? event.name() : event.name() + " " + what;
        }
    }

    static TrialExample of(Event... events) {
        return new TrialExample(null, null, null, List.of(events));
    }
}
