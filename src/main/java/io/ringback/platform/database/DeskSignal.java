package io.ringback.platform.database;

import io.ringback.platform.run.BackgroundLoop;
import io.ringback.platform.run.InBackground;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells every node that something on an agent's desk has changed. It is told by PostgreSQL's NOTIFY in the transaction
 * of the change: what is not committed is not told, and each agent is told of once.
 */
@Component
public class DeskSignal implements InBackground {

    private static final String CHANNEL = "ringback_desk";

    /** How often the thread looks up from listening, to see whether it is to stop. */
    private static final Duration POLL = Duration.ofMillis(200);

    /** Before it connects again: a database that is away refuses at once, and would be asked without end. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(DeskSignal.class);

    private final JdbcNotifications notifications;
    private final List<Consumer<DeskNews>> listeners = new CopyOnWriteArrayList<>();
    private final BackgroundLoop loop =
            new BackgroundLoop("desk-signal", "Listening for news from other nodes", this::hear, PAUSE);

    DeskSignal(JdbcNotifications notifications) {
        this.notifications = notifications;
    }

    /** Calls the listener with all news of this line; it ignores what is not for it. */
    public void listen(Consumer<DeskNews> listener) {
        listeners.add(listener);
    }

    /** The agent's desk changes with the current transaction. */
    public void changed(String agentId) {
        tell(DeskNews.Kind.DESK, agentId);
    }

    /** This is so with the current transaction. */
    public void tell(DeskNews.Kind kind, String accountId) {
        var pending = (Pending) TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .findFirst()
                .orElseGet(() -> {
                    var added = new Pending();
                    TransactionSynchronizationManager.registerSynchronization(added);
                    return added;
                });
        pending.news.add(new DeskNews(kind, accountId).written());
    }

    private class Pending implements TransactionSynchronization {

        private final Set<String> news = new LinkedHashSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            notifications.send(CHANNEL, news);
        }
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    private Duration hear() throws SQLException {
        notifications.receive(
                CHANNEL, POLL, () -> tell(DeskNews.MISSED), news -> tell(DeskNews.read(news)), () -> !loop.isRunning());
        return Duration.ZERO;
    }

    private void tell(DeskNews news) {
        for (var listener : listeners) {
            try {
                listener.accept(news);
            } catch (RuntimeException e) {
                log.warn("A desk could not be told of a change", e);
            }
        }
    }
}
