package io.ringback.platform.problem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's SQLSTATEs say of whether it can be used, by their beginnings. The first that fits is meant. */
public enum SqlState {
    CONNECTION(true, "08"),
    READ_ONLY(true, "25006"),
    /** Of a statement or a transaction. */
    TIME_LIMIT(true, "25P03", "25P04", "57014"),
    SIGN_IN_REFUSED(true, "28"),
    NO_SUCH_DATABASE(true, "3D000"),
    NO_WORD_ABOUT_COMMIT(true, "40003"),
    RIGHT_MISSING(false, "42501"),
    NO_ROOM(true, "53"),
    LOCK_TIME_LIMIT(false, "55P03"),
    STARTING(true, "57P03"),
    SHUT_DOWN(true, "57P"),
    MACHINE(true, "58");

    private final boolean away;
    private final List<String> beginnings;

    SqlState(boolean away, String... beginnings) {
        this.away = away;
        this.beginnings = List.of(beginnings);
    }

    /** Empty for a state that says nothing of that, and for none. */
    public static Optional<SqlState> of(@Nullable String state) {
        return state == null
                ? Optional.empty()
                : Stream.of(values())
                        .filter(group -> group.beginnings.stream().anyMatch(state::startsWith))
                        .findFirst();
    }

    /** Whether the database is away then, rather than something wrong with what was asked of it. */
    boolean isAway() {
        return away;
    }
}
