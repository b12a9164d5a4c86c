package io.ringback.exchange;

import io.ringback.callback.Source;
import io.ringback.platform.input.PlainText;
import io.ringback.platform.web.ApiAddresses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @PostMapping(consumes = "text/csv")
    @Operation(
            summary = "A file of requests, to be looked at",
            description = "CSV in UTF-8, at most 5 MB and 20000 rows. The header names the fields of a request, and"
                    + " attr:name for an attribute. Up to 500 rows are looked at before it is answered; a longer file is"
                    + " CHECKING until its turn came, one of an account at a time: ask for it again. Nothing is imported"
                    + " before it is confirmed.")
    @ApiResponse(responseCode = "201", description = "What would be imported", useReturnTypeSchema = true)
    ResponseEntity<ImportView> look(
            @RequestParam(required = false) @Nullable @PlainText(max = 63) String listId,
            @RequestParam(defaultValue = "MANUAL") Source source,
            @RequestBody(required = false) byte @Nullable [] file,
            Principal caller) {
        var given = listId == null || listId.isBlank() ? null : listId;
        var view = imports.look(caller.getName(), file == null ? new byte[0] : file, given, source);
        return ResponseEntity.created(ApiAddresses.at("/api/v1/imports/" + view.id()))
                .body(view);
    }

    @GetMapping("/{id}")
    ImportView one(@PathVariable UUID id, Principal caller) {
        return imports.get(caller.getName(), id);
    }

    @PostMapping("/{id}/confirm")
    @Operation(summary = "Import it; ask for the import to see how far it is")
    @ApiResponse(responseCode = "202", description = "It is being imported", useReturnTypeSchema = true)
    ResponseEntity<ImportView> confirm(
            @PathVariable UUID id, @RequestBody @Valid ConfirmRequest request, Principal caller) {
        return ResponseEntity.accepted()
                .body(imports.confirm(caller.getName(), id, Boolean.TRUE.equals(request.skipInvalid())));
    }

    /** What became of each row, and what is wrong with it. */
    @GetMapping(path = "/{id}/report.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<byte[]> report(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "COMMA") Separator separator,
            @RequestParam(defaultValue = "false") boolean spreadsheet,
            Principal caller)
            throws IOException {
        var out = new ByteArrayOutputStream();
        var csv = new CsvWriter(out, separator, spreadsheet);
        csv.head(List.of("row", "result", "callbackId", "column", "message"));
        for (var row : imports.report(caller.getName(), id)) {
            var errors = row.errors().isEmpty() ? List.of(new RowError(row.row(), "", null, "", null)) : row.errors();
            for (var error : errors) {
                csv.row(Arrays.asList(
                        (long) row.row(), row.result(), row.callbackId(), error.column(), error.message()));
            }
        }
        csv.end();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-report.csv\"")
                .body(out.toByteArray());
    }

    /** @param skipInvalid whether the rows with errors are left out; otherwise they keep the file from being imported */
    record ConfirmRequest(@Nullable Boolean skipInvalid) {}
}
