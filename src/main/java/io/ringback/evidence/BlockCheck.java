package io.ringback.evidence;

import io.ringback.evidence.Broken.Why;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what is there with what was sealed, and names the first difference. */
final class BlockCheck {

    private BlockCheck() {}

    /** @param before null for the first block */
    static Optional<Broken> link(@Nullable Block before, Block block) {
        var number = before == null ? 1 : before.number() + 1;
        var first = before == null ? 1 : before.lastId() + 1;
        var total = (before == null ? 0 : before.total()) + block.events();
        if (block.number() != number) {
            return Optional.of(new Broken(first, Why.BLOCK_MISSING));
        }
        var links = block.previous().equals(before == null ? Block.NONE : before.hash());
        return links && block.firstId() == first && block.total() == total && isWhole(block)
                ? Optional.empty()
                : Optional.of(new Broken(first, Why.BLOCK_CHANGED));
    }

    private static boolean isWhole(Block block) {
        return block.hash().equals(block.computed());
    }

    /** @param events all that there are in its range, in their order */
    static Optional<Broken> events(Block block, List<HashedEvent> events) {
        var gaps = block.absent().iterator();
        var gap = gaps.hasNext() ? gaps.next() : null;
        var expected = block.firstId();
        var place = 0;
        for (var event : events) {
            while (gap != null && gap.from() == expected) {
                expected = gap.to() + 1;
                gap = gaps.hasNext() ? gaps.next() : null;
            }
            if (event.id() != expected) {
                return Optional.of(
                        event.id() < expected
                                ? new Broken(event.id(), Why.INSERTED)
                                : new Broken(expected, Why.MISSING));
            }
            if (!block.prints().startsWith(event.print(), place)) {
                return Optional.of(new Broken(event.id(), Why.CHANGED));
            }
            place += event.print().length();
            expected++;
        }
        var reached = gap != null && gap.from() == expected ? gap.to() + 1 : expected;
        if (reached <= block.lastId()) {
            return Optional.of(new Broken(reached, Why.MISSING));
        }
        return block.content().equals(Block.content(events)) && block.events() == events.size()
                ? Optional.empty()
                : Optional.of(new Broken(block.firstId(), Why.BLOCK_CHANGED));
    }
}
