package io.ringback.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to say of the models: which of them serve, which were refused, and which have gone wrong. */
public interface ModelState {

    /** How a file of a folder stands. */
    enum Standing {
        SERVES,
        REFUSED,
        /** Another node has brought a newer state of it. */
        OLDER
    }

    /**
     * A file as a node has found it when it started.
     *
     * @param node with its folder
     * @param says what is wrong with it; null when it serves
     */
    record File(
            String node,
            String folder,
            String file,
            Standing standing,
            @Nullable String says,
            Instant seenAt) {}

    /**
     * A version of a process that has gone wrong.
     *
     * @param element id of the element in the model
     * @param starts whether new cases are still begun with it
     * @param times how often
     */
    record Fault(
            String file,
            int version,
            @Nullable String element,
            String message,
            boolean starts,
            Instant lastAt,
            long times) {}

    /** The files of all nodes, those that do not serve first. */
    List<File> files(int limit);

    /** The latest first. */
    List<Fault> faults(int limit);

    /** How many versions have gone wrong, and how many of them nothing is begun with any more. */
    record Faults(long all, long unstartable) {}

    Faults countFaults();

    /** Files of this node's folders that were refused when it started, with their folders. */
    List<String> refusedHere();
}
