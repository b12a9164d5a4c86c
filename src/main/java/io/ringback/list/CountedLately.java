package io.ringback.list;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The numbers that this node has counted within the last two seconds, which is how late they are on a desk anyway
 * (docs/decisions/007). What a transaction has counted is kept when it is committed: its own changes are in it.
 */
@Component
class CountedLately {

    static final Duration OLDEST = Duration.ofSeconds(2);

    /** By the time of the machine; the clock of the server, which they were counted for, may be set meanwhile. */
    private final Cache<String, Counted> counted =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(OLDEST).build();

    void keep(Map<String, ListNumbers> numbers, Instant at) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            numbers.forEach((list, counts) -> keep(list, new Counted(counts, at)));
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                numbers.forEach((list, counts) -> keep(list, new Counted(counts, at)));
            }
        });
    }

    private void keep(String list, Counted counts) {
        counted.asMap().merge(list, counts, (known, told) -> told.at.isBefore(known.at) ? known : told);
    }

    /** Those of these lists that are known, for the caller to add the others. */
    Map<String, ListNumbers> of(Collection<String> lists, Instant now) {
        var known = new HashMap<String, ListNumbers>();
        lists.forEach(list -> {
            var counts = counted.getIfPresent(list);
            if (counts != null && Duration.between(counts.at, now).abs().compareTo(OLDEST) <= 0) {
                known.put(list, counts.numbers);
            }
        });
        return known;
    }

    private record Counted(ListNumbers numbers, Instant at) {}
}
