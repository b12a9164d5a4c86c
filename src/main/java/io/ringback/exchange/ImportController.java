package io.ringback.exchange;

import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.ringback.callback.Source;
import io.ringback.platform.input.PlainText;
import io.ringback.platform.web.ApiAddresses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import org.springframework.http.MediaType;
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
    private final ImportLayouts layouts;

    ImportController(Imports imports, ImportLayouts layouts) {
        this.imports = imports;
        this.layouts = layouts;
    }

    @PostMapping(consumes = {"text/csv", ExportFormat.XLSX_TYPE})
    @Operation(
            summary = "A file of requests, to be looked at",
            description = "CSV or a spreadsheet (.xlsx), at most 5 MB and 20000 rows. The header names the fields of a"
                    + " request, and attr:name for an attribute. Up to 500 rows are looked at before it is answered; a"
                    + " longer file is CHECKING until its turn came, one of an account at a time: ask for it again."
                    + " Nothing is imported before it is confirmed. With ask=true the headings may be any, and times"
                    + " local ones of the list's zone: where it is not certain how the file is to be read, it is ASKING"
                    + " until its layout is said.")
    @ApiResponse(responseCode = "201", description = "What would be imported", useReturnTypeSchema = true)
    ResponseEntity<ImportView> look(
            @RequestParam(required = false) @Nullable @PlainText(max = 63) String listId,
            @RequestParam(defaultValue = "MANUAL") Source source,
            @Parameter(description = "Of CSV. Without it, a file that is neither UTF-8 nor UTF-16 is windows-1252.")
                    @RequestParam(required = false)
                    @Nullable
                    @PlainText(max = 40)
                    String encoding,
            @RequestParam(defaultValue = "false") boolean ask,
            @RequestBody(required = false) byte @Nullable [] file,
            Principal caller) {
        var given = listId == null || listId.isBlank() ? null : listId;
        var content = file == null ? new byte[0] : file;
        var view = ask
                ? imports.get(
                        caller.getName(),
                        layouts.send(caller.getName(), content, new FileLayout(encoding, null, null), given, source))
                : imports.look(caller.getName(), content, encoding, given, source);
        return ResponseEntity.created(ApiAddresses.at("/api/v1/imports/" + view.id()))
                .body(view);
    }

    @GetMapping("/template.xlsx")
    @Operation(summary = "A spreadsheet to begin with")
    ResponseEntity<byte[]> template() throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ExportFormat.XLSX_TYPE))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ringback.xlsx\"")
                .body(ImportTemplate.spreadsheet());
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
    @LooksAt(value = Look.IMPORT, criteria = "id")
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
