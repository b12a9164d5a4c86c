package io.ringback.allocation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Finds the oldest that nobody else is taking: looks at a few first, and at more when others have locked all of those. */
final class OldestFirst {

    /** Not fewer than 8, from which on {@code ringback.allocation_seen} (V89) counts by itself what is eligible. */
    private static final int FEW = 8;

    private static final int MANY = 4_096;

    private OldestFirst() {}

    /**
     * @param oldest gives at most so many, oldest first
     * @param lock locks the first of them that can be had
     */
    static <I, T> Optional<T> lock(IntFunction<List<I>> oldest, Function<List<I>, Optional<T>> lock) {
        for (int limit = FEW; limit <= MANY; limit *= FEW) {
            var candidates = oldest.apply(limit);
            var locked = candidates.isEmpty() ? Optional.<T>empty() : lock.apply(candidates);
            if (locked.isPresent() || candidates.size() < limit) {
                return locked;
            }
        }
        return Optional.empty();
    }
}
