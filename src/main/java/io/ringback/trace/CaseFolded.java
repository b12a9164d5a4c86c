package io.ringback.trace;

import java.util.List;

/** Told of each closed case once, within the transaction that writes its row and takes away what the engine has kept of it. */
public interface CaseFolded {

    /**
     * Whatever this throws, the cases are folded later.
     *
     * @param traces of those that are folded together
     */
    void folded(List<Trace> traces);
}
