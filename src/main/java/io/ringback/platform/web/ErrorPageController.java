package io.ringback.platform.web;

import io.ringback.platform.problem.DatabaseAway;
import io.ringback.platform.problem.ProblemType;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The answer to errors that reach the servlet container, such as those of filters. */
@Hidden // nobody calls it, so it is no part of the contract
@RestController
class ErrorPageController implements ErrorController {

    private final DatabaseAwayAnswers databaseAway;

    ErrorPageController(DatabaseAwayAnswers databaseAway) {
        this.databaseAway = databaseAway;
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        var failure = failure(request);
        if (failure != null && DatabaseAway.isCauseOf(failure)) {
            return databaseAway.entity(failure);
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var type = ProblemType.ofStatus(status);
        var detail = type == ProblemType.NOT_FOUND
                ? "There is nothing at this address."
                : "The request could not be answered.";
        var broken = BrokenRequests.problem(request, failure);
        var problem = broken == null ? type.withDetail(detail) : broken;
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Tomcat refuses a request by itself when its body cannot be read, whatever the application answers. */
    private static @Nullable Throwable failure(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure ? failure : null;
    }
}
