package io.ringback.recording;

import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.ringback.platform.problem.NotFound;
import io.ringback.platform.problem.ProblemType;
import io.ringback.platform.web.ProblemWriter;
import io.ringback.recording.RecordingClient.OutsideRange;
import io.ringback.recording.RecordingSources.Permitted;
import io.ringback.stream.OpenAnswer;
import io.ringback.stream.OpenAnswers;
import io.ringback.stream.StreamKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Plays recordings to agents and supervisors. The browser may ask no other host, and the telephone system need not know agents. What
 * somebody may not hear, and what is not there, are told alike.
 */
@Controller
class RecordingController {

    private static final Logger log = LoggerFactory.getLogger(RecordingController.class);

    private final Recordings recordings;
    private final RecordingClient client;
    private final ProblemWriter problems;
    private final OpenAnswers open;

    RecordingController(Recordings recordings, RecordingClient client, ProblemWriter problems, OpenAnswers open) {
        this.recordings = recordings;
        this.client = client;
        this.problems = problems;
        this.open = open;
    }

    @GetMapping("/desk/recordings/{callId}")
    @LooksAt(value = Look.RECORDING, call = "callId", ownWork = true)
    void ofCall(@PathVariable UUID callId, Principal agent, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        play(callId, recordings.ofCall(agent.getName(), callId), agent, request, response);
    }

    @GetMapping("/desk/recordings/callback/{callbackId}")
    @LooksAt(value = Look.RECORDING, callback = "callbackId", ownWork = true)
    void ofCaller(
            @PathVariable UUID callbackId, Principal agent, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        play(callbackId, recordings.ofCaller(agent.getName(), callbackId), agent, request, response);
    }

    @GetMapping("/supervision/recordings/{callId}")
    @LooksAt(value = Look.RECORDING, call = "callId")
    void ofCallForSupervisor(
            @PathVariable UUID callId, Principal who, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        play(callId, recordings.ofCallForSupervisor(callId, isFromTheBeginning(request)), who, request, response);
    }

    @GetMapping("/supervision/recordings/callback/{callbackId}")
    @LooksAt(value = Look.RECORDING, callback = "callbackId")
    void ofCallerForSupervisor(
            @PathVariable UUID callbackId, Principal who, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        play(
                callbackId,
                recordings.ofCallerForSupervisor(callbackId, isFromTheBeginning(request)),
                who,
                request,
                response);
    }

    /** Browsers ask for the beginning in the same way as for any other part. */
    private static boolean isFromTheBeginning(HttpServletRequest request) {
        var range = request.getHeader(HttpHeaders.RANGE);
        return HttpMethod.GET.matches(request.getMethod())
                && (range == null || range.strip().startsWith("bytes=0-"));
    }

    private void play(
            UUID id,
            Optional<Permitted> recording,
            Principal agent,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var permitted = recording.orElseThrow(RecordingController::unknown);
        try (var answer = open.open(StreamKind.RECORDING, agent, request)) {
            play(id, permitted, answer, request, response);
        }
    }

    private void play(
            UUID id, Permitted recording, OpenAnswer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (var fetched = client.open(recording, ByteRange.of(request.getHeader(HttpHeaders.RANGE)))) {
            head(fetched, response);
            if (!HttpMethod.HEAD.matches(request.getMethod())) {
                send(id, fetched, answer, response);
            }
        } catch (OutsideRange e) {
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            if (e.contentRange() != null) {
                response.setHeader(HttpHeaders.CONTENT_RANGE, e.contentRange());
            }
        } catch (Unplayable e) {
            log.warn("The recording of {} cannot be played: {}", id, e.getMessage());
            if (e.isGone()) {
                throw unknown();
            }
            problems.write(
                    response, ProblemType.BAD_GATEWAY.withDetail("The recording cannot be had from where it is kept."));
        }
    }

    private static void head(FetchedRecording fetched, HttpServletResponse response) {
        var part = fetched.part();
        response.setStatus(part == null ? HttpServletResponse.SC_OK : HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setContentType(fetched.contentType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline");
        // If the source breaks off, the end of the connection is the only way left to say so.
        response.setHeader(HttpHeaders.CONNECTION, "close");
        if (part != null) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, part.header());
        }
        if (fetched.length() != null) {
            response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
            response.setContentLengthLong(fetched.length());
        }
    }

    /** The answer is under way: what fails now can only break it off. */
    private static void send(UUID id, FetchedRecording fetched, OpenAnswer answer, HttpServletResponse response) {
        try {
            fetched.copyTo(response.getOutputStream(), answer);
        } catch (IOException e) {
            log.info(
                    "Playing the recording of {} broke off ({})",
                    id,
                    e.getClass().getSimpleName());
        }
    }

    private static NotFound unknown() {
        return new NotFound("There is no recording at this address.");
    }
}
