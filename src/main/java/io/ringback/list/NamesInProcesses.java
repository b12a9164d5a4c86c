package io.ringback.list;

/** What names mean in processes and decisions. */
public interface NamesInProcesses {

    /** Whether the name means something of the server's or of the languages that models are written in. */
    boolean isTaken(String name);
}
