package io.ringback.recording;

import io.ringback.recording.ByteRange.Part;
import io.ringback.recording.RecordingSources.Permitted;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Fetches recordings. Follows no redirect, and takes nothing but audio. */
@Component
class RecordingClient implements DisposableBean {

    private static final Pattern AUDIO = Pattern.compile("(audio/[a-z0-9.+-]{1,60}|application/ogg)\\s*(?:;.*)?");

    private final RecordingSettings settings;
    private final CloseableHttpClient http;

    RecordingClient(RecordingSettings settings) {
        this.settings = settings;
        this.http = RecordingHttp.client(settings.timeout());
    }

    /**
     * Begins to fetch it; to be closed.
     *
     * @throws OutsideRange when the range lies behind the end of the recording
     */
    FetchedRecording open(Permitted recording, Optional<ByteRange> range) throws Unplayable, OutsideRange {
        var request = request(recording, range);
        try {
            var answer = http.executeOpen(recording.address().server(), request, null);
            return fetched(new Answer(request, answer), range);
        } catch (IOException | IllegalArgumentException e) {
            request.abort();
            throw Unplayable.because("its source does not answer (%s)"
                    .formatted(e.getClass().getSimpleName())); // the message may hold the address
        } catch (Unplayable | OutsideRange e) {
            request.abort();
            throw e;
        }
    }

    private static HttpGet request(Permitted recording, Optional<ByteRange> range) {
        var request = new HttpGet("/");
        request.setPath(recording.address().path() + recording.address().query());
        request.setHeader(HttpHeaders.ACCEPT, "audio/*, application/ogg");
        range.ifPresent(asked -> request.setHeader(HttpHeaders.RANGE, asked.header()));
        if (recording.authorization() != null) {
            request.setHeader(HttpHeaders.AUTHORIZATION, recording.authorization());
        }
        return request;
    }

    private FetchedRecording fetched(Answer answer, Optional<ByteRange> range) throws Unplayable, OutsideRange {
        return switch (answer.status()) {
            case 200 -> whole(answer, range);
            case 206 -> part(answer, range.orElseThrow(() -> Unplayable.because("a part came unasked")));
            case 404, 410 -> throw Unplayable.gone();
            case 416 -> throw new OutsideRange(answer.header(HttpHeaders.CONTENT_RANGE));
            default -> throw Unplayable.because("its source answers with status " + answer.status());
        };
    }

    /** The source may know nothing of ranges; players need them to wind, so the part is then cut out here. */
    private FetchedRecording whole(Answer answer, Optional<ByteRange> range) throws Unplayable, OutsideRange {
        var type = audioType(answer);
        var total = answer.length();
        if (total < 0) {
            return new FetchedRecording(answer, type, null, null, 0, most());
        }
        checkSize(total);
        if (range.isEmpty()) {
            return new FetchedRecording(answer, type, null, total, 0, most());
        }
        var part = range.get().within(total).orElseThrow(() -> new OutsideRange("bytes */" + total));
        return new FetchedRecording(answer, type, part, part.length(), part.first(), most());
    }

    private FetchedRecording part(Answer answer, ByteRange range) throws Unplayable {
        var type = audioType(answer);
        var part = Part.of(answer.header(HttpHeaders.CONTENT_RANGE))
                .filter(range::isAnsweredBy)
                .orElseThrow(() -> Unplayable.because("another part came than was asked for"));
        checkSize(part.total() == null ? part.last() + 1 : part.total());
        var announced = answer.length();
        if (announced >= 0 && announced != part.length()) {
            throw Unplayable.because("its length contradicts its range");
        }
        return new FetchedRecording(answer, type, part, part.length(), 0, most());
    }

    private static String audioType(Answer answer) throws Unplayable {
        var encoding = answer.header(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Unplayable.because("it is packed");
        }
        var type = answer.header(HttpHeaders.CONTENT_TYPE);
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

    @Override
    public void destroy() throws IOException {
        http.close();
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
