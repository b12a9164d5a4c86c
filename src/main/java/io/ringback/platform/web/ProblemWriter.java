package io.ringback.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Writes a problem document where no controller is involved, such as in a filter. */
@Component
public class ProblemWriter {

    private final ObjectMapper json;
    private final ProblemPage page;

    ProblemWriter(ObjectMapper json, ProblemPage page) {
        this.json = json;
        this.page = page;
    }

    /** Answers as a page to a person before a browser, and with the problem document to everybody else. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        if (Browsers.wantsPage(request)) {
            write(response, problem.getStatus(), ProblemPage.MEDIA_TYPE, page.render(request, response, problem));
        } else {
            write(response, problem);
        }
    }

    /** Answers with the problem, unless an answer is under way already. Headers set before are kept. */
    public void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        write(response, problem.getStatus(), MediaType.APPLICATION_PROBLEM_JSON, json.writeValueAsBytes(problem));
    }

    private static void write(HttpServletResponse response, int status, MediaType type, byte[] body)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(type.toString());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
