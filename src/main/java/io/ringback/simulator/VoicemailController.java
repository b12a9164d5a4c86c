package io.ringback.simulator;

import io.ringback.platform.problem.Forbidden;
import io.ringback.platform.problem.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** From where the server itself fetches voicemails, as it does from a telephone system's store of recordings. */
@Controller
@WithSimulator
class VoicemailController {

    private final Voicemails voicemails;

    VoicemailController(Voicemails voicemails) {
        this.voicemails = voicemails;
    }

    @GetMapping("/simulator/voicemails/{id}.wav")
    ResponseEntity<byte[]> play(@PathVariable UUID id, HttpServletRequest request) {
        if (!SimulatorOnPages.isLocal(request)) {
            throw new Forbidden("Voicemails are given to the server's own machine only.");
        }
        return ResponseEntity.ok()
                .header("Content-Type", "audio/wav")
                .body(voicemails.find(id).orElseThrow(() -> new NotFound("There is no such voicemail.")));
    }
}
