package io.ringback.exchange;

import io.ringback.callback.Source;
import io.ringback.platform.database.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a file have that do not say otherwise.
 *
 * @param fingerprint of the file and of the other defaults: makes external ids, so that the same row of the same file
 *     is the same request whenever it is imported
 */
record ImportDefaults(@Nullable String listId, Source source, String fingerprint) {

    static final String MADE = "import:";
    private static final int FINGERPRINT_BYTES = 16;

    static ImportDefaults of(byte[] file, @Nullable String listId, Source source) {
        var hash = Sha256.of("%s\n%s\n".formatted(listId, source).getBytes(StandardCharsets.UTF_8), file);
        return new ImportDefaults(listId, source, HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES));
    }

    String externalId(int row) {
        return "%s%s:%s".formatted(MADE, fingerprint, row);
    }

    /** Whether it names a row of a file, rather than a request of the system that made the file. */
    static boolean isMade(@Nullable String externalId) {
        return externalId != null && externalId.startsWith(MADE);
    }
}
