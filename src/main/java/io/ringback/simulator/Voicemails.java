package io.ringback.simulator;

import io.ringback.recording.RecordingPlace;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The answering machine of the demo. It keeps nothing: what somebody has said follows from the name of the file, for as long
 * as their callback is there.
 */
@Component
@WithSimulator
class Voicemails implements RecordingPlace {

    private static final String FOLDER = "/simulator/voicemails/";

    private final OwnAddress server;
    private final JdbcSimulated simulated;

    Voicemails(OwnAddress server, JdbcSimulated simulated) {
        this.server = server;
        this.simulated = simulated;
    }

    @Override
    public Optional<String> base() {
        return server.isKnown() ? Optional.of(server.resolve(FOLDER).toString()) : Optional.empty();
    }

    /** Where the server finds what the next caller says. */
    String another() {
        return server.resolve(FOLDER + UUID.randomUUID() + ".wav").toString();
    }

    /**
     * A sound file.
     *
     * @return empty when nobody has left it, or its callback is removed
     */
    Optional<byte[]> find(UUID id) {
        return simulated.hasVoicemail(FOLDER + id + ".wav")
                ? Optional.of(Babble.wav(id.getMostSignificantBits()))
                : Optional.empty();
    }
}
