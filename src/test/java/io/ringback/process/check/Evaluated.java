package io.ringback.process.check;

/** Hostile models name this class: whoever loads it tells by that that something of them was evaluated. */
public final class Evaluated {

    static {
        System.setProperty(HostileModels.CANARY, "evaluated");
    }

    private Evaluated() {}
}
