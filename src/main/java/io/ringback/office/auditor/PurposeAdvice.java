package io.ringback.office.auditor;

import io.ringback.auditor.PurposeNeeded;
import io.ringback.platform.web.Browsers;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.util.ServletRequestPathUtils;

/** Where a person has to say what they look for, they are asked before they see the page. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PurposeAdvice {

    @ExceptionHandler
    ResponseEntity<?> asked(PurposeNeeded needed, HttpServletRequest request) {
        if (Browsers.wantsPage(request)) {
            var path = ServletRequestPathUtils.parseAndCache(request)
                    .pathWithinApplication()
                    .value();
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(
                            HttpHeaders.LOCATION,
                            request.getContextPath() + "/audit/purpose?back="
                                    + URLEncoder.encode(path, StandardCharsets.UTF_8))
                    .build();
        }
        return ResponseEntity.status(HttpStatus.PRECONDITION_REQUIRED)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(needed.problem());
    }
}
