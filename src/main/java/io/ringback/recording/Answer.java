package io.ringback.recording;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/** What the source of a recording has begun to answer. */
record Answer(HttpGet request, ClassicHttpResponse response) implements AutoCloseable {

    int status() {
        return response.getCode();
    }

    @Nullable
    String header(String name) {
        var header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** In bytes; negative when the source does not say. */
    long length() {
        return response.getEntity() == null ? 0 : response.getEntity().getContentLength();
    }

    InputStream body() throws IOException {
        return response.getEntity() == null
                ? InputStream.nullInputStream()
                : response.getEntity().getContent();
    }

    /** Ends the connection, too: closing the answer alone would wait for the rest of it, which may have no end. */
    @Override
    public void close() {
        request.abort();
    }
}
