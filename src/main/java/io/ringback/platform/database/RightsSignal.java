package io.ringback.platform.database;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/**
 * Tells every node that an account may no longer do what it could. Triggers of the database tell it, so that it is told
 * whatever has deleted a session or changed an account, also by hand. It comes on the line of the {@link DeskSignal}.
 */
@Component
public class RightsSignal {

    private final DeskSignal line;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    RightsSignal(DeskSignal line) {
        this.line = line;
        line.listen(this::heard);
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** With the current transaction everything that the account has open ends, on every node. */
    public void endAll(String accountId) {
        line.tell(DeskNews.Kind.ENDED, accountId);
    }

    private void heard(DeskNews news) {
        for (var listener : listeners) {
            switch (news.kind()) {
                case ANYTHING -> listener.anythingMayHaveChanged();
                case ENDED -> listener.ended(news.accountId());
                case RIGHTS -> listener.changed(news.accountId());
                case DESK, SIGNED_OUT, MODELS -> {}
            }
        }
    }

    /** Hears of rights. */
    public interface Listener {

        /** A session of the account is gone, or its password, roles or leave to sign in are others. */
        void changed(String accountId);

        /** Somebody has ended all sessions of the account. */
        void ended(String accountId);

        /** News may have been missed. */
        void anythingMayHaveChanged();
    }
}
