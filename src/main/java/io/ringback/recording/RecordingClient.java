package io.ringback.recording;

import io.ringback.recording.ByteRange.Part;
import io.ringback.recording.RecordingSources.Permitted;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Fetches recordings. Follows no redirect, and takes nothing but audio. */
@Component
class RecordingClient {

    private static final Pattern AUDIO = Pattern.compile("(audio/[a-z0-9.+-]{1,60}|application/ogg)\\s*(?:;.*)?");

    private final RecordingSettings settings;

    RecordingClient(RecordingSettings settings) {
        this.settings = settings;
    }

    /**
     * Begins to fetch it; to be closed.
     *
     * @throws OutsideRange when the range lies behind the end of the recording
     */
    FetchedRecording open(Permitted recording, Optional<ByteRange> range) throws Unplayable, OutsideRange {
        HttpURLConnection connection = null;
        try {
            connection = connect(recording, range);
            return fetched(connection, range);
        } catch (IOException | IllegalArgumentException e) {
            disconnect(connection);
            throw Unplayable.because("its source does not answer (%s)"
                    .formatted(e.getClass().getSimpleName())); // the message may hold the address
        } catch (Unplayable | OutsideRange e) {
            disconnect(connection);
            throw e;
        }
    }

    private HttpURLConnection connect(Permitted recording, Optional<ByteRange> range) throws IOException {
        var connection = (HttpURLConnection) recording.address().toUrl().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout((int) settings.timeout().toMillis());
        connection.setReadTimeout((int) settings.timeout().toMillis());
        connection.setRequestProperty(HttpHeaders.ACCEPT, "audio/*, application/ogg");
        connection.setRequestProperty(HttpHeaders.USER_AGENT, "Ringback");
        range.ifPresent(asked -> connection.setRequestProperty(HttpHeaders.RANGE, asked.header()));
        if (recording.authorization() != null) {
            connection.setRequestProperty(HttpHeaders.AUTHORIZATION, recording.authorization());
        }
        return connection;
    }

    private FetchedRecording fetched(HttpURLConnection connection, Optional<ByteRange> range)
            throws IOException, Unplayable, OutsideRange {
        int status = connection.getResponseCode();
        return switch (status) {
            case 200 -> whole(connection, range);
            case 206 -> part(connection, range.orElseThrow(() -> Unplayable.because("a part came unasked")));
            case 404, 410 -> throw Unplayable.gone();
            case 416 -> throw new OutsideRange(connection.getHeaderField(HttpHeaders.CONTENT_RANGE));
            default -> throw Unplayable.because("its source answers with status " + status);
        };
    }

    /** The source may know nothing of ranges; players need them to wind, so the part is then cut out here. */
    private FetchedRecording whole(HttpURLConnection connection, Optional<ByteRange> range)
            throws Unplayable, OutsideRange {
        var type = audioType(connection);
        long total = connection.getContentLengthLong();
        if (total < 0) {
            return new FetchedRecording(connection, type, null, null, 0, most());
        }
        checkSize(total);
        if (range.isEmpty()) {
            return new FetchedRecording(connection, type, null, total, 0, most());
        }
        var part = range.get().within(total).orElseThrow(() -> new OutsideRange("bytes */" + total));
        return new FetchedRecording(connection, type, part, part.length(), part.first(), most());
    }

    private FetchedRecording part(HttpURLConnection connection, ByteRange range) throws Unplayable {
        var type = audioType(connection);
        var part = Part.of(connection.getHeaderField(HttpHeaders.CONTENT_RANGE))
                .filter(range::isAnsweredBy)
                .orElseThrow(() -> Unplayable.because("another part came than was asked for"));
        checkSize(part.total() == null ? part.last() + 1 : part.total());
        long announced = connection.getContentLengthLong();
        if (announced >= 0 && announced != part.length()) {
            throw Unplayable.because("its length contradicts its range");
        }
        return new FetchedRecording(connection, type, part, part.length(), 0, most());
    }

    private static String audioType(HttpURLConnection connection) throws Unplayable {
        var encoding = connection.getHeaderField(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Unplayable.because("it is packed");
        }
        var type = connection.getHeaderField(HttpHeaders.CONTENT_TYPE);
        var match = AUDIO.matcher(type == null ? "" : type.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            throw Unplayable.because("it is no audio");
        }
        return match.group(1);
    }

    private void checkSize(long size) throws Unplayable {
        if (size > most()) {
            throw Unplayable.because("it is larger than ringback.recordings.max-size");
        }
    }

    private long most() {
        return settings.maxSize().toBytes();
    }

    private static void disconnect(@Nullable HttpURLConnection connection) {
        if (connection != null) {
            connection.disconnect();
        }
    }

    /** The range lies behind the end of the recording. */
    static class OutsideRange extends Exception {

        private static final long serialVersionUID = 1L;
        private static final Pattern TOTAL = Pattern.compile("bytes \\*/[0-9]{1,15}");

        private final @Nullable String contentRange;

        OutsideRange(@Nullable String contentRange) {
            this.contentRange =
                    contentRange != null && TOTAL.matcher(contentRange).matches() ? contentRange : null;
        }

        /** Says how long the recording is, as a header; null when the source does not. */
        @Nullable
        String contentRange() {
            return contentRange;
        }
    }
}
