package io.ringback.auditor;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds callbacks, newest first, in bounded time for whatever is asked for together. What is frequent is among the newest
 * of some index that is in order; what is not there is rare, and is found by the index of all values at once
 * (docs/decisions/079).
 */
@Repository
class JdbcAuditSearch {

    private static final Comparator<Found> NEWEST_FIRST = Comparator.comparing(Found::createdAt)
            .thenComparing(found -> found.id().toString())
            .reversed();

    private final JdbcClient jdbc;

    JdbcAuditSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A callback that was found, and its place in the order. */
    record Found(UUID id, Instant createdAt) {}

    /** Whether there is a callback of one of these numbers. */
    boolean isKnown(Set<String> numbers) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM ringback.callback WHERE phone_number IN (:numbers))")
                .param("numbers", numbers)
                .query(Boolean.class)
                .single();
    }

    /** @param after the last one of the page before; null for the first page */
    List<Found> page(AuditCriteria criteria, @Nullable Found after, int limit) {
        var search = new JdbcSearch(jdbc, criteria, after, limit);
        if (criteria.isPointed()) {
            return search.pointed();
        }
        if (criteria.digits() != null && search.isRarePart()) {
            return search.byPartOfNumber();
        }
        for (var order : search.orders()) {
            var found = search.inOrder(order);
            if (found != null) {
                return found;
            }
        }
        if (criteria.versionNumber() != null) {
            var found = search.inOrderOfVersion();
            if (found != null) {
                return newest(Stream.concat(found.stream(), search.open().stream()), limit);
            }
        }
        if (criteria.digits() != null) {
            return search.byPartOfNumber();
        }
        return newest(Stream.concat(search.closed().stream(), search.open().stream()), limit);
    }

    private static List<Found> newest(Stream<Found> found, int limit) {
        return found.distinct().sorted(NEWEST_FIRST).limit(limit).toList();
    }
}
