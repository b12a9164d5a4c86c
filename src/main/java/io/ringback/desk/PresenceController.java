package io.ringback.desk;

import io.ringback.platform.problem.Forbidden;
import io.ringback.platform.problem.TooManyOpen;
import io.ringback.platform.web.Browsers;
import io.ringback.stream.OpenAnswer;
import io.ringback.stream.OpenAnswers;
import io.ringback.stream.StreamKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live stream of a desk, and the page's answers to its heartbeats. */
@RestController
@RequestMapping("/api/v1/desk")
class PresenceController {

    private static final String NOT_BUFFERED = "X-Accel-Buffering";

    private final DeskStreams streams;
    private final Presences presences;
    private final Heartbeats heartbeats;
    private final OpenAnswers open;

    PresenceController(DeskStreams streams, Presences presences, Heartbeats heartbeats, OpenAnswers open) {
        this.streams = streams;
        this.presences = presences;
        this.heartbeats = heartbeats;
        this.open = open;
    }

    /**
     * It changes nothing, least of all which page is the agent's desk: any page anywhere can make a browser send a GET.
     */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @Parameter(
                            description = "The page's own id, see take-over; the stream ends when another page is the"
                                    + " agent's desk. Programs leave it out.")
                    @RequestParam(required = false)
                    @Nullable
                    UUID desk,
            Principal agent,
            HttpServletRequest request,
            HttpServletResponse response)
            throws HttpRequestMethodNotSupportedException {
        checkThatSomebodyReads(request);
        var answer = place(agent, request);
        try {
            // Proxies would hold events back, or repack them.
            response.setHeader(NOT_BUFFERED, "no");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, no-transform");
            return streams.open(DeskConnection.of(answer, desk, request));
        } catch (RuntimeException | Error failure) {
            answer.close();
            throw failure;
        }
    }

    /** A page that was loaded anew a few times may have left lines behind that nobody has found closed yet. */
    private OpenAnswer place(Principal agent, HttpServletRequest request) {
        try {
            return open.open(StreamKind.EVENTS, agent, request);
        } catch (TooManyOpen full) {
            heartbeats.endClosed();
            return open.open(StreamKind.EVENTS, agent, request);
        }
    }

    /** HEAD would open a stream that nobody reads, and so would an image or a tab. */
    private static void checkThatSomebodyReads(HttpServletRequest request)
            throws HttpRequestMethodNotSupportedException {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of(HttpMethod.GET.name()));
        }
        if (Browsers.isSentByForeignPage(request) || !Browsers.isReadByScript(request)) {
            throw new Forbidden("This stream is for programs, and for scripts of the desk.");
        }
    }

    @PostMapping("/take-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Makes a page the agent's desk",
            description = "The page's own id, a random one. Another page that was the agent's desk is told by an event"
                    + " takenOver, and its stream ends.")
    void takeOver(@RequestBody @Valid PresenceRequest request, Principal agent) {
        presences.takeOver(agent.getName(), request.desk());
    }

    @PutMapping("/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void present(@RequestBody @Valid PresenceRequest request, Principal agent) {
        presences.answered(agent.getName(), request.desk());
    }

    record PresenceRequest(@NotNull UUID desk) {}
}
