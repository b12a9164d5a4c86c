package io.ringback.desk;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live stream of a desk, and the page's answers to its heartbeats. */
@RestController
@RequestMapping("/api/v1/desk")
class PresenceController {

    private final DeskStreams streams;
    private final Presences presences;

    PresenceController(DeskStreams streams, Presences presences) {
        this.streams = streams;
        this.presences = presences;
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @Parameter(
                            description = "The page's own id: opening it takes over from any other page of the agent."
                                    + " Programs leave it out.")
                    @RequestParam(required = false)
                    @Nullable
                    UUID desk,
            @Parameter(description = "The page had the stream open before; it does not take over again.")
                    @RequestParam(defaultValue = "false")
                    boolean resume,
            @Parameter(description = "Sent by browsers that reconnect; means the same as resume.")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    String lastEventId,
            Principal agent) {
        return streams.open(agent.getName(), desk, resume || lastEventId != null);
    }

    @PutMapping("/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void present(@RequestBody @Valid PresenceRequest request, Principal agent) {
        presences.answered(agent.getName(), request.desk());
    }

    record PresenceRequest(@NotNull UUID desk) {}
}
