package io.ringback.platform.database;

import java.time.Duration;

/**
 * Something that is to be done when its time comes, as only the database knows. {@link DueWatch} asks for all of it in
 * one statement, so that what rests costs nothing.
 */
public interface DueWork {

    /** What a loop rests by itself that is set off by {@link #due}. */
    Duration REST = Duration.ofMinutes(1);

    /**
     * When it is next to be done, as an SQL expression of type {@code timestamptz}, null for not at all. A time that has
     * passed is told again with each look until it is done. The expression may say {@code :now}.
     */
    String dueAt();

    /** How long it may take at most until a time that is new or nearer than before is noticed. */
    Duration noticedWithin();

    /** It is time: called on the thread of the watch, on which nothing takes long, also when it is being done already. */
    void due();

    /** A {@link #dueAt} of what is to be done at once if this is so. */
    static String atOnceIf(String condition) {
        return "CASE WHEN %s THEN :now::timestamptz END".formatted(condition);
    }
}
