package io.ringback.stream;

import io.ringback.account.CallerRight;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An answer that stays open; to be closed by whoever sends it, once it has ended. */
public final class OpenAnswer implements AutoCloseable {

    private final StreamKind kind;
    private final String accountId;
    private final Consumer<OpenAnswer> closed;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable CallerRight right;
    private volatile long checkAt = Long.MAX_VALUE;
    private volatile Runnable whenOver = () -> {};

    OpenAnswer(StreamKind kind, String accountId, Consumer<OpenAnswer> closed) {
        this.kind = kind;
        this.accountId = accountId;
        this.closed = closed;
    }

    StreamKind kind() {
        return kind;
    }

    public String accountId() {
        return accountId;
    }

    /** Whether nothing more may be sent: the right is gone. */
    public boolean isOver() {
        return over.get();
    }

    /** Runs this when nothing more may be sent, at once if that is so already. It must not wait for anything. */
    public void whenOver(Runnable end) {
        whenOver = end;
        if (isOver()) {
            end.run();
        }
    }

    /** The place is free for another one. */
    @Override
    public void close() {
        closed.accept(this);
    }

    void end() {
        if (over.compareAndSet(false, true)) {
            whenOver.run();
        }
    }

    /** Null while it is being begun. */
    @Nullable
    CallerRight right() {
        return right;
    }

    void holds(CallerRight begun) {
        right = begun;
    }

    /** When, by {@link System#nanoTime}, the right has to be asked about again. */
    void checkAt(long nanoTime) {
        checkAt = nanoTime;
    }

    boolean isToBeChecked(long nanoTime) {
        return checkAt != Long.MAX_VALUE && nanoTime - checkAt >= 0;
    }
}
