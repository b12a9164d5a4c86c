package io.ringback.trace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the engine has noted of cases, until it is taken away. */
public interface EngineHistory {

    /** What there is of each; nothing of those that the engine knows nothing of any more. */
    Map<UUID, Passings> of(Collection<UUID> callbackIds);

    /** Whether this node may take away, until the end of the transaction: one at a time does. */
    boolean lock();

    /**
     * Callbacks that are closed and whose process has ended, those that ended first before others; what there is of them is
     * locked until the end of the transaction. What somebody else has locked is left out.
     */
    List<UUID> lockEnded(int limit);

    /** An SQL condition: whether there may be some of those that {@link #lockEnded} finds. */
    String hasEnded();

    /** Takes away all there is of these, and of what their processes have called. */
    void forget(Collection<UUID> callbackIds);
}
