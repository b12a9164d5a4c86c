package io.ringback.trace;

import java.util.Optional;

/** The drawings of all versions that there ever were, those that were deleted included. */
public interface Drawings {

    /** {@link Drawing#NONE} when it is not there any more. */
    Drawing of(ProcessVersion version);

    /** Whether designers see it no more. */
    boolean isDeleted(ProcessVersion version);

    /** Empty when there never was such a version, or it is not there any more. */
    Optional<Drawing> of(String process, int version);

    /** The file of a version of a process, byte for byte as it was deployed; empty when it is not there any more. */
    Optional<byte[]> file(String process, int version);
}
