package io.ringback.recording;

import io.ringback.recording.ByteRange.Part;
import io.ringback.stream.OpenAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A recording, or a part of it, that its source has begun to send.
 *
 * @param contentType an audio type without parameters
 * @param part what of it comes; null for all
 * @param length how many bytes come; null when the source does not say
 * @param skip how many bytes the source sends before them
 * @param most at how many bytes to give up when the source has not said how many there are
 */
record FetchedRecording(
        Answer source,
        String contentType,
        @Nullable Part part,
        @Nullable Long length,
        long skip,
        long most) implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    /**
     * @throws IOException when the source breaks off, sends more than {@code most}, or nobody listens any more or may
     *     listen
     */
    void copyTo(OutputStream player, OpenAnswer answer) throws IOException {
        var recorded = source.body();
        recorded.skipNBytes(skip);
        copy(recorded, player, answer);
        player.flush();
    }

    private void copy(InputStream recorded, OutputStream player, OpenAnswer answer) throws IOException {
        var buffer = new byte[BUFFER];
        var left = length == null ? most : length;
        while (left > 0) {
            var read = recorded.read(buffer, 0, (int) Math.min(BUFFER, left));
            if (read < 0) {
                break;
            }
            if (answer.isOver()) {
                throw new IOException("the right to listen has ended");
            }
            player.write(buffer, 0, read);
            left -= read;
        }
        if (length == null ? left == 0 && recorded.read() >= 0 : left > 0) {
            throw new IOException(length == null ? "larger than allowed" : "shorter than announced");
        }
    }

    /** Ends the connection, too: whoever stops listening does not want the rest. */
    @Override
    public void close() {
        source.close();
    }
}
