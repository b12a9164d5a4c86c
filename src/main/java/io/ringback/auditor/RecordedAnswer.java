package io.ringback.auditor;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.springframework.http.HttpStatus;

/** Records a look once, before the first byte of what is looked at can be sent; a refusal is none. */
final class RecordedAnswer extends HttpServletResponseWrapper {

    private final Runnable recording;
    private boolean recorded;

    RecordedAnswer(HttpServletResponse response, Runnable recording) {
        super(response);
        this.recording = recording;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        record();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        record();
        return super.getWriter();
    }

    /** Also for an answer in which there is nothing. */
    void record() {
        if (!recorded && getStatus() < HttpStatus.MULTIPLE_CHOICES.value()) {
            recorded = true;
            recording.run();
        }
    }
}
