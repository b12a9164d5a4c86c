package io.ringback.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Events that were sealed together. Hashes are in hex.
 *
 * @param number from 1, without gaps
 * @param firstId the number after the last one of the block before
 * @param absent numbers in between that were given and never written
 * @param events how many there are
 * @param total how many there are from the very first to the last of this block
 * @param content hash of the hashes of its events
 * @param previous hash of the block before
 * @param prints the beginnings of the hashes of its events
 */
record Block(
        long number,
        long firstId,
        long lastId,
        List<Gap> absent,
        int events,
        long total,
        Instant sealedAt,
        String content,
        String previous,
        String hash,
        String prints) {

    /** Stands for the block before the first one. */
    static final String NONE = "0".repeat(64);

    /** Numbers from one to another, both included. */
    record Gap(long from, long to) {}

    /** The next block: these events, and nothing else up to this number. */
    static Block after(@Nullable Block before, long firstId, long lastId, List<HashedEvent> events, Instant now) {
        var number = before == null ? 1 : before.number + 1;
        var total = (before == null ? 0 : before.total) + events.size();
        var draft = new Block(
                number,
                firstId,
                lastId,
                gaps(firstId, lastId, events),
                events.size(),
                total,
                now.truncatedTo(ChronoUnit.MICROS),
                content(events),
                before == null ? NONE : before.hash,
                "",
                events.stream().map(HashedEvent::print).collect(Collectors.joining()));
        return draft.hashed(draft.computed());
    }

    private Block hashed(String computed) {
        return new Block(number, firstId, lastId, absent, events, total, sealedAt, content, previous, computed, prints);
    }

    /** The hash that it has to have. */
    String computed() {
        var gaps = absent.stream().map(gap -> gap.from + "-" + gap.to).collect(Collectors.joining(","));
        var text = String.join(
                "\n",
                "ringback-block-1",
                String.valueOf(number),
                String.valueOf(firstId),
                String.valueOf(lastId),
                gaps,
                String.valueOf(events),
                String.valueOf(total),
                sealedAt.toString(),
                content,
                previous);
        var digest = EventHash.sha256();
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
    }

    static String content(List<HashedEvent> events) {
        var digest = EventHash.sha256();
        events.forEach(event -> digest.update(HexFormat.of().parseHex(event.hash())));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Gap> gaps(long firstId, long lastId, List<HashedEvent> events) {
        var gaps = new ArrayList<Gap>();
        var next = firstId;
        for (var event : events) {
            if (event.id() > next) {
                gaps.add(new Gap(next, event.id() - 1));
            }
            next = event.id() + 1;
        }
        if (next <= lastId) {
            gaps.add(new Gap(next, lastId));
        }
        return gaps;
    }
}
