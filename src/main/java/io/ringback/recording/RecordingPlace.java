package io.ringback.recording;

import java.util.Optional;

/** A place of recordings beside {@code ringback.recordings.sources}, of a part of the server that keeps some itself. */
@FunctionalInterface
public interface RecordingPlace {

    /** The address they lie below; empty as long as that is not known. */
    Optional<String> base();
}
