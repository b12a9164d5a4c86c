package io.ringback.platform.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A failure and what caused it, from the outside in; each once, also where causes go in a circle. */
public final class Causes {

    private Causes() {}

    public static Stream<Throwable> of(@Nullable Throwable failure) {
        List<Throwable> all = new ArrayList<>();
        var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
        for (var cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            all.add(cause);
        }
        return all.stream();
    }

    /** The outermost one of this type. */
    public static <T> Optional<T> first(@Nullable Throwable failure, Class<T> type) {
        return of(failure).filter(type::isInstance).map(type::cast).findFirst();
    }
}
