package io.ringback.evidence;

/**
 * Where the trail is not as it was sealed.
 *
 * @param sequence number of the event, or of the first one of the block that is wrong
 */
public record Broken(long sequence, Why why) {

    /** What is wrong there. */
    public enum Why {
        CHANGED,
        MISSING,
        INSERTED,
        BLOCK_CHANGED,
        BLOCK_MISSING,
        ANCHOR_DIFFERS,
        DROPPED_WITHOUT_WORD
    }
}
