package io.ringback.callback;

import io.ringback.platform.Conflict;
import io.ringback.platform.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The callbacks that are set aside, for those who keep the server running and need not know whose they are. */
@Service
public class SetAsideCallbacks {

    private final JdbcSetAside rows;
    private final SickCases sickCases;

    SetAsideCallbacks(JdbcSetAside rows, SickCases sickCases) {
        this.rows = rows;
        this.sickCases = sickCases;
    }

    public long count() {
        return rows.count();
    }

    /** Longest first. */
    public List<SetAsideCallback> oldest(int limit) {
        return rows.oldest(limit);
    }

    /**
     * Starts its process anew from where its row says it is; to be called in a transaction.
     *
     * @throws NotFound when there is no such callback
     * @throws Conflict unless it is set aside, open and in nobody's hands
     */
    public void repair(UUID id) {
        sickCases.repair(id);
    }
}
