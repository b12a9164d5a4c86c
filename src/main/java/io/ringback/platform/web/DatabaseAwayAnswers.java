package io.ringback.platform.web;

import io.ringback.platform.problem.DatabaseAway;
import io.ringback.platform.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What callers are told while the database is away: that it is, and when to ask again. One line of log each. */
@Component
public class DatabaseAwayAnswers {

    /** Long enough for a restart of PostgreSQL, short enough for a person who waits; in seconds. */
    public static final int RETRY_AFTER = 5;

    private static final Logger log = LoggerFactory.getLogger(DatabaseAwayAnswers.class);

    private final ProblemWriter problems;

    DatabaseAwayAnswers(ProblemWriter problems) {
        this.problems = problems;
    }

    /** Answers where no controller is involved, unless an answer is under way already. */
    public void write(HttpServletRequest request, HttpServletResponse response, Throwable failure) throws IOException {
        if (!response.isCommitted()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER));
            problems.write(request, response, problem(failure));
        }
    }

    ResponseEntity<ProblemDetail> entity(Throwable failure) {
        var problem = problem(failure);
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ProblemDetail problem(Throwable failure) {
        log.warn("A request could not be answered: the database is away ({})", DatabaseAway.reason(failure));
        return ProblemType.DATABASE_UNAVAILABLE.withDetail("The database does not answer. Either nothing was done, or"
                + " it is not known whether it was: make the same call again in a few seconds.");
    }
}
