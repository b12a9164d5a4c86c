package io.ringback.evidence;

import io.ringback.evidence.Broken.Why;
import io.ringback.evidence.CheckedRange.At;
import io.ringback.evidence.CheckedRange.Limit;
import io.ringback.evidence.CheckedRange.Sequence;
import io.ringback.evidence.JdbcChain.State;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares the trail with what was sealed, as fast as this machine can, in bounded memory. */
@Component
class Verification {

    private final JdbcChain chain;
    private final JdbcAnchors anchors;
    private final TrailReader trail;

    Verification(JdbcChain chain, JdbcAnchors anchors, TrailReader trail) {
        this.chain = chain;
        this.anchors = anchors;
        this.trail = trail;
    }

    /** @throws InterruptedException when the progress says so */
    Verdict run(CheckedRange range, Progress progress) throws InterruptedException {
        var state = chain.state();
        var before = before(range.from()).orElse(null);
        var end = end(range.to()).orElse(null);
        if (end == null) {
            return new Verdict(0, state.droppedTo(), state.sealedTo() > 0 ? new Broken(1, Why.BLOCK_MISSING) : null);
        }
        progress.expects(Math.max(0, end.total() - (before == null ? 0 : before.total())));
        try (var pace = new BlockPace(trail, progress)) {
            var last = read(before, end, state, pace);
            var first = pace.firstBroken();
            var broken = Stream.of(
                            first.isEmpty() && range.to() == null ? missingAtTheEnd(last, state) : first,
                            differingAnchor(before, end),
                            droppedWithoutWord(state))
                    .flatMap(Optional::stream)
                    .filter(one -> one.why() == Why.DROPPED_WITHOUT_WORD
                            || one.sequence() > chain.state().droppedTo())
                    .min(Comparator.comparingLong(Broken::sequence));
            return new Verdict(pace.checked(), chain.state().droppedTo(), broken.orElse(null));
        }
    }

    /** The blocks of a range. */
    Blocks blocks(CheckedRange range) {
        var before = before(range.from()).map(Block::number).orElse(0L);
        return new Blocks(
                before, Math.max(before, end(range.to()).map(Block::number).orElse(0L)));
    }

    /** The last block that was looked at. */
    private @Nullable Block read(@Nullable Block before, Block end, State state, BlockPace pace)
            throws InterruptedException {
        var last = before;
        while (last == null || last.number() < end.number()) {
            var next = chain.after(last == null ? 0 : last.number(), BlockPace.AT_ONCE);
            for (var block : next) {
                if (block.number() > end.number() || !pace.take(last, block, state.droppedTo())) {
                    return last;
                }
                last = block;
            }
            if (next.isEmpty()) {
                return last;
            }
        }
        return last;
    }

    private static Optional<Broken> missingAtTheEnd(@Nullable Block last, State state) {
        var lastId = last == null ? 0 : last.lastId();
        return lastId < state.sealedTo() ? Optional.of(new Broken(lastId + 1, Why.BLOCK_MISSING)) : Optional.empty();
    }

    private Optional<Broken> differingAnchor(@Nullable Block before, Block end) {
        return anchors.firstDiffering(before == null ? 0 : before.lastId(), end.lastId())
                .map(anchor -> new Broken(anchor.lastSequence(), Why.ANCHOR_DIFFERS));
    }

    private Optional<Broken> droppedWithoutWord(State state) {
        return state.droppedTo() > 0 && !chain.tellsOfDropping(state)
                ? Optional.of(new Broken(1, Why.DROPPED_WITHOUT_WORD))
                : Optional.empty();
    }

    /** Those behind a number up to another. */
    record Blocks(long before, long last) {}

    private Optional<Block> before(@Nullable Limit from) {
        if (from instanceof At at) {
            return chain.lastBefore(at.moment());
        }
        return from instanceof Sequence sequence
                ? chain.with(sequence.number())
                        .map(block -> chain.find(block.number() - 1))
                        .orElseGet(chain::last)
                : Optional.empty();
    }

    /** An event is sealed a little after it has happened: the block that was sealed next after that time is one more. */
    private Optional<Block> end(@Nullable Limit to) {
        var limit = Objects.requireNonNullElse(to, new Sequence(Long.MAX_VALUE));
        var found = limit instanceof At at
                ? chain.lastBefore(at.moment())
                        .map(Block::number)
                        .or(() -> Optional.of(0L))
                        .flatMap(number -> chain.find(number + 1))
                : chain.with(((Sequence) limit).number());
        return found.or(chain::last);
    }
}
