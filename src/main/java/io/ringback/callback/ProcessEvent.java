package io.ringback.callback;

import io.ringback.audit.Because;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What designers do with the process of a callback, as the audit trail and other programs are told of it. */
public final class MigrationEvent {

    private MigrationEvent() {}

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
}
