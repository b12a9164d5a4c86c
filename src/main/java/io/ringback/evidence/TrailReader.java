package io.ringback.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads events and hashes them. */
@Component
class TrailReader {

    private static final byte[] WRONG = new byte[32];

    private final JdbcTrailRows rows;

    TrailReader(JdbcTrailRows rows) {
        this.rows = rows;
    }

    HarmlessNames harmless() {
        return rows.harmless();
    }

    /** Those behind a number, up to another one. */
    List<HashedEvent> hashed(long after, long upTo, EventHash hash) {
        var events = rows.read(after, upTo, Integer.MAX_VALUE);
        return hashed(events, hash, rows.salts(saltsOf(events, hash)));
    }

    /** The events behind a number, up to another one, each with its salt if it needs one. */
    List<Salted> salted(long after, long upTo, EventHash hash) {
        var events = rows.read(after, upTo, Integer.MAX_VALUE);
        var salts = rows.salts(saltsOf(events, hash));
        return events.stream()
                .map(event -> new Salted(event, hash.needsSalt(event) ? salts.get(event.callbackId()) : null))
                .toList();
    }

    /** The hashes of the first ones, with salts for those that have none yet. */
    List<HashedEvent> salted(long after, long upTo, int most, EventHash hash) {
        var events = rows.read(after, upTo, most);
        var salts = saltsOf(events, hash);
        if (!salts.isEmpty()) {
            rows.makeSalts(salts);
        }
        return hashed(events, hash, rows.salts(salts));
    }

    /** An event with what its words are hashed with. */
    record Salted(EventRow row, byte @Nullable [] salt) {}

    private static HashSet<UUID> saltsOf(List<EventRow> events, EventHash hash) {
        return events.stream()
                .filter(hash::needsSalt)
                .map(EventRow::callbackId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<HashedEvent> hashed(List<EventRow> events, EventHash hash, Map<UUID, byte[]> salts) {
        return events.stream().map(event -> hashed(event, hash, salts)).toList();
    }

    private static HashedEvent hashed(EventRow event, EventHash hash, Map<UUID, byte[]> salts) {
        var salt = hash.needsSalt(event) ? salts.get(event.callbackId()) : null;
        var wrong = hash.isHalfErased(event) || hash.needsSalt(event) && salt == null;
        return HashedEvent.of(event.id(), wrong ? WRONG : hash.of(event, salt));
    }
}
