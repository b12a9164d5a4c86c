package io.ringback.erasure;

import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.ringback.platform.input.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SubjectExportController {

    private final SubjectExports exports;

    SubjectExportController(SubjectExports exports) {
        this.exports = exports;
    }

    @PostMapping(path = "/api/v1/subject-exports", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "All that is kept of a number",
            description = "As a file: kept holds each row with its kind and the table it is in; mentions are texts of"
                    + " designers and supervisors, and callbacks of others, that have the number in them.")
    @LooksAt(value = Look.SUBJECT, sought = "phoneNumber")
    void export(
            @RequestBody @Valid SubjectExportRequest asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        exports.answer(asked.phoneNumber(), asked.reason(), request, response);
    }

    /** @param phoneNumber in any writing; of one caller */
    record SubjectExportRequest(
            @NotBlank @PlainText(max = 64) String phoneNumber,
            @NotBlank @PlainText(max = 500) String reason) {

        /** Without the number, which belongs in no log. */
        @Override
        public String toString() {
            return "SubjectExportRequest[]";
        }
    }
}
