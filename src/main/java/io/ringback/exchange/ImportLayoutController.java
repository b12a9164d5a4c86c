package io.ringback.exchange;

import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a file that was sent with {@code ask} is read, and what its cells should have said. */
@RestController
@RequestMapping("/api/v1/imports/{id}")
class ImportLayoutController {

    private final Imports imports;
    private final ImportLayouts layouts;
    private final ImportPreview preview;

    ImportLayoutController(Imports imports, ImportLayouts layouts, ImportPreview preview) {
        this.imports = imports;
        this.layouts = layouts;
        this.preview = preview;
    }

    @GetMapping("/layout")
    @Operation(summary = "How the file is read, or would be", description = "For files that were sent with ask=true.")
    LayoutView layout(@PathVariable UUID id, Principal caller) {
        return layouts.layout(
                caller.getName(), imports.get(caller.getName(), id).id());
    }

    @PutMapping("/layout")
    @Operation(
            summary = "Say how the file is to be read, and have it looked at",
            description = "What the columns are is remembered for the list. Without columns they are guessed anew, as"
                    + " after a change of the encoding, and the file is ASKING again.")
    ImportView settle(@PathVariable UUID id, @RequestBody @Valid LayoutRequest request, Principal caller) {
        layouts.settle(caller.getName(), imports.get(caller.getName(), id).id(), request);
        return imports.get(caller.getName(), id);
    }

    @PostMapping("/mends")
    @Operation(summary = "Write over cells, and have the file looked at anew")
    ImportView mend(@PathVariable UUID id, @RequestBody @Valid MendsRequest request, Principal caller) {
        layouts.mend(caller.getName(), imports.get(caller.getName(), id).id(), request.mends());
        return imports.get(caller.getName(), id);
    }

    @GetMapping("/rows")
    @LooksAt(value = Look.IMPORT, criteria = "id")
    @Operation(summary = "The rows without errors, as they were understood, after the one with that number")
    PreviewedRows rows(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") @Min(0) int after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            Principal caller) {
        return new PreviewedRows(preview.good(caller.getName(), id, after, limit));
    }

    record MendsRequest(@NotNull @Size(min = 1, max = 500) List<@Valid @NotNull Mend> mends) {}

    record PreviewedRows(List<PreviewedRow> items) {}
}
