package io.ringback.reception;

/** What an agent says of being there. Only those available or busy can receive callbacks. */
public enum Availability {
    AVAILABLE,
    BUSY,
    DO_NOT_DISTURB,
    OFFWORK;

    public boolean canReceive() {
        return this == AVAILABLE || this == BUSY;
    }
}
