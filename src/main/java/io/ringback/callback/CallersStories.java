package io.ringback.callback;

import java.util.UUID;
import org.springframework.stereotype.Service;

/** What callers have asked for before, and what came of it, as far as an agent may know. */
@Service
public class CallersStories {

    private final JdbcCallersStories rows;

    CallersStories(JdbcCallersStories rows) {
        this.rows = rows;
    }

    /**
     * The other requests of the number on the lists that the agent has access to, however they ended or whoever has them in
     * hand; without those that were merged into this one, which are this one.
     */
    public CallersStory of(Callback callback, String agentId) {
        return rows.of(callback, agentId);
    }

    /** Whether it is in the story of the case: of its number, and on its list or another one that the agent may see. */
    public boolean tells(Callback inHand, String agentId, UUID callbackId) {
        return rows.tells(inHand, agentId, callbackId);
    }
}
