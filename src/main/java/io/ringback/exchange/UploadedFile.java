package io.ringback.exchange;

import io.ringback.callback.Source;
import org.jspecify.annotations.Nullable;

/**
 * A file that waits to be looked at.
 *
 * @param listId for rows that name none; null when each names its own
 * @param source for rows that name none
 */
record UploadedFile(byte[] content, @Nullable String listId, Source source) {

    /** What is usual in its rows. */
    ImportDefaults defaults() {
        return ImportDefaults.of(content, listId, source);
    }

    /** Without the content, which holds numbers and names. */
    @Override
    public String toString() {
        return "SentFile[listId=%s, source=%s]".formatted(listId, source);
    }
}
