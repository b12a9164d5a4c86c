package io.ringback.callback;

import io.ringback.audit.Because;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the process of a callback tells and goes wrong at, and what designers do with it. */
public final class ProcessEvent {

    private ProcessEvent() {}

    /**
     * It goes on by another version of its process, from where it was; nothing else of it has changed.
     *
     * @param process the key of the process
     * @param migrationId the migration of all its cases
     * @param reason in the words of whoever has started that
     */
    public record Migrated(String process, int fromVersion, int toVersion, UUID migrationId, String reason)
            implements CallbackEvent.Told {

        /** The change of this callback, open or closed. */
        public Change of(Callback callback) {
            return callback.to(callback, this);
        }

        @Override
        public @Nullable Because because() {
            return Because.said(reason);
        }

        @Override
        public Map<String, String> details() {
            return ToldDetails.of(
                    "process", process,
                    "fromVersion", fromVersion,
                    "toVersion", toVersion,
                    "migrationId", migrationId);
        }
    }

    /**
     * Its process tells other programs something, by a step that a designer has drawn.
     *
     * @param eventType the designer's name for it, such as {@code shop_informed}
     * @param text what is told; of nobody in person
     * @param isLast whether nothing more is told of this callback, however often its process tells it
     */
    public record Notified(String eventType, String text, boolean isLast) implements CallbackEvent.Told {

        public static final int LONGEST_TYPE = 64;
        public static final int LONGEST_TEXT = 500;

        /** What the name of such an event must look like. */
        public static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_]*");

        @Override
        public Map<String, String> details() {
            return ToldDetails.of("eventType", eventType, "text", text, "last", isLast ? true : null);
        }
    }

    /** Its process does not answer, or its model has gone wrong. */
    public record SetAside(BlamedModel blamed) implements CallbackEvent.Told {

        @Override
        public Because because() {
            return Because.known(blamed.file() == null ? "PROCESS_NOT_ANSWERING" : "MODEL_WENT_WRONG", blamed.told());
        }

        @Override
        public Map<String, String> details() {
            return blamed.details();
        }
    }

    public record Repaired() implements CallbackEvent.Told {}
}
