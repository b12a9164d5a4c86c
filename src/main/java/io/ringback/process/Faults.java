package io.ringback.process;

import io.ringback.callback.ModelFault;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts what the engine throws into the words that people are told. */
final class Faults {

    private static final int LONGEST = 300;
    private static final Pattern NUMBER = Pattern.compile("\\+\\d[\\d ]{5,}");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Faults() {}

    static ModelFault of(Throwable failure, Places.Place place, @Nullable String definitionId) {
        var known = place.definitionId();
        return new ModelFault(known == null ? definitionId : known, place.element(), message(failure));
    }

    /** In one line, without phone numbers. */
    static String message(Throwable failure) {
        var told = chain(failure)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .map(Faults::ofBatch)
                .orElse(failure);
        var message = told.getMessage();
        if (message == null || message.isBlank()) {
            message = told.getClass().getSimpleName();
        } else if (told instanceof SQLException) {
            message = message.lines().findFirst().orElse(message);
        }
        var line =
                NUMBER.matcher(SPACE.matcher(message).replaceAll(" ").strip()).replaceAll("+…");
        line = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static Throwable ofBatch(Throwable failure) {
        var next = ((SQLException) failure).getNextException();
        return next == null ? failure : next;
    }

    static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, link -> link != null, Throwable::getCause)
                .limit(50);
    }
}
