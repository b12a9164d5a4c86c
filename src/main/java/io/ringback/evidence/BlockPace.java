package io.ringback.evidence;

import io.ringback.platform.run.DaemonThreads;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Takes blocks in their order and compares their events several blocks at a time, on several threads; what comes of it counts in
 * the order of the blocks. A few are under way at most.
 */
final class BlockPace implements AutoCloseable {

    static final int AT_ONCE = 100;
    private static final int EVENTS = 16_000;
    private static final int THREADS =
            Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));

    private final TrailReader trail;
    private final HarmlessNames harmless;
    private final Progress progress;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, DaemonThreads.named("verify"));
    private final Deque<Future<Outcome>> underWay = new ArrayDeque<>();
    private List<Block> gathered = new ArrayList<>();
    private int gatheredEvents;
    private long checked;
    private @Nullable Broken broken;

    BlockPace(TrailReader trail, Progress progress) {
        this.trail = trail;
        this.progress = progress;
        this.harmless = trail.harmless();
    }

    /** False when something is broken, and no more need be taken. */
    boolean take(@Nullable Block before, Block block, long droppedTo) throws InterruptedException {
        var wrong = BlockCheck.link(before, block);
        if (wrong.isPresent()) {
            finish();
            broken = broken == null ? wrong.get() : broken;
            return false;
        }
        if (block.lastId() > droppedTo) {
            gathered.add(block);
            gatheredEvents += block.events();
        }
        if (gatheredEvents >= EVENTS || gathered.size() == AT_ONCE) {
            send();
        }
        return broken == null;
    }

    private void send() throws InterruptedException {
        if (!gathered.isEmpty()) {
            var blocks = List.copyOf(gathered);
            gathered = new ArrayList<>();
            gatheredEvents = 0;
            underWay.add(threads.submit(() -> compared(blocks)));
        }
        while (underWay.size() > THREADS + 1) {
            count(underWay.remove());
        }
    }

    private void finish() throws InterruptedException {
        send();
        while (!underWay.isEmpty()) {
            count(underWay.remove());
        }
    }

    private void count(Future<Outcome> done) throws InterruptedException {
        if (broken != null) {
            return;
        }
        try {
            var outcome = done.get();
            checked += outcome.checked();
            broken = outcome.broken();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Events could not be read", failure.getCause());
        }
        if (!progress.goesOnAfter(checked)) {
            throw new InterruptedException("nobody waits for the rest");
        }
    }

    /** Once more when something is wrong: words may have been erased between an event and its salt. */
    private Outcome compared(List<Block> blocks) {
        var outcome = comparedOnce(blocks);
        return outcome.broken() == null ? outcome : comparedOnce(blocks);
    }

    private Outcome comparedOnce(List<Block> blocks) {
        var last = blocks.get(blocks.size() - 1);
        var events = trail.hashed(blocks.get(0).firstId() - 1, last.lastId(), new EventHash(harmless));
        var place = 0;
        var right = 0L;
        for (var block : blocks) {
            var start = place;
            while (place < events.size() && events.get(place).id() <= block.lastId()) {
                place++;
            }
            var wrong = BlockCheck.events(block, events.subList(start, place));
            if (wrong.isPresent()) {
                return new Outcome(right, wrong.get());
            }
            right += block.events();
        }
        return new Outcome(right, null);
    }

    Optional<Broken> firstBroken() throws InterruptedException {
        finish();
        return Optional.ofNullable(broken);
    }

    long checked() {
        return checked;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private record Outcome(long checked, @Nullable Broken broken) {}
}
