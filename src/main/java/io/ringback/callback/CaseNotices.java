package io.ringback.callback;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** What a process tells other programs by a step of its own: an event like all others, in the same transaction. */
@Service
public class CaseNotices {

    /** A drawing that tells more of one callback goes in circles; what it tells is of no use to anybody any more. */
    static final int MOST = 100;

    private static final Logger log = LoggerFactory.getLogger(CaseNotices.class);

    private final Callbacks callbacks;
    private final JdbcNotices notices;

    CaseNotices(Callbacks callbacks, JdbcNotices notices) {
        this.callbacks = callbacks;
        this.notices = notices;
    }

    /** Tells it, unless that was done {@value #MOST} times for the callback; the last one says that it is the last. */
    public void tell(UUID id, String eventType, String text) {
        var callback = callbacks.lock(id);
        var before = notices.of(id);
        if (before >= MOST) {
            log.warn("Callback {}: {} is not told, since {} events of its process were.", id, eventType, MOST);
            return;
        }
        var isLast = before == MOST - 1;
        callbacks.save(callback.to(callback, new ProcessEvent.Notified(eventType, text, isLast)));
    }
}
