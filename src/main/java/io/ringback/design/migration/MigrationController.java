package io.ringback.design.migration;

import io.ringback.platform.input.PlainText;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.web.ApiAddresses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bringing open cases to another version of their process. */
@RestController
@RequestMapping("/api/v1/processes/{key}/migrations")
class MigrationController {

    private final Migrations migrations;

    MigrationController(Migrations migrations) {
        this.migrations = migrations;
    }

    @PostMapping
    @Operation(
            summary = "Move the open cases of a version to another one",
            description =
                    "Each element stands for the one of the same id and kind, unless the mapping names another one,"
                            + " or none with an empty text. With dryRun it is only looked which cases could move, and why others"
                            + " could not. Otherwise it is done in the background, one case after the other, and needs a reason;"
                            + " a process has one migration at a time.")
    @ApiResponse(
            responseCode = "200",
            description = "What would become of the cases",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    @ApiResponse(
            responseCode = "202",
            description = "It is being done",
            content = @Content(schema = @Schema(implementation = Started.class)))
    ResponseEntity<Object> migrate(
            @PathVariable @PlainText(max = 255) String key, @RequestBody @Valid Asked asked, Principal caller) {
        var route = asked.route(key);
        if (Boolean.TRUE.equals(asked.dryRun())) {
            return ResponseEntity.ok(migrations.look(route));
        }
        var reason = asked.reason();
        if (reason == null || reason.isBlank()) {
            throw new InvalidField("reason", "must say why, unless it is a dry run");
        }
        var id = migrations.start(route, reason.strip(), caller.getName());
        return ResponseEntity.accepted()
                .location(ApiAddresses.at("/api/v1/processes/%s/migrations/%s".formatted(key, id)))
                .body(new Started(id));
    }

    /** Newest first. */
    @GetMapping
    MigrationPage all(
            @PathVariable @PlainText(max = 255) String key,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var found = migrations.page(key, after, limit + 1);
        var shown = found.stream().limit(limit).toList();
        return new MigrationPage(
                shown, found.size() > limit ? shown.get(limit - 1).id() : null);
    }

    @GetMapping("/{id}")
    MigrationView one(@PathVariable @PlainText(max = 255) String key, @PathVariable UUID id) {
        return migrations.get(key, id);
    }

    @GetMapping("/{id}/stuck")
    @Operation(summary = "The cases that could not move, and why")
    Migrations.StuckPage stuck(
            @PathVariable @PlainText(max = 255) String key,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @PlainText(max = 64) String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1_000) int limit) {
        migrations.get(key, id);
        return migrations.stuck(id, after, limit);
    }

    /** From the answer on no case is moved any more. */
    @PostMapping("/{id}/pause")
    MigrationView pause(@PathVariable @PlainText(max = 255) String key, @PathVariable UUID id) {
        return migrations.pause(key, id);
    }

    @PostMapping("/{id}/resume")
    MigrationView resume(@PathVariable @PlainText(max = 255) String key, @PathVariable UUID id) {
        return migrations.resume(key, id);
    }

    /** Ends it: the cases that are not moved by now stay on their version. */
    @PostMapping("/{id}/stop")
    MigrationView stop(@PathVariable @PlainText(max = 255) String key, @PathVariable UUID id) {
        return migrations.stop(key, id);
    }

    /**
     * @param mapping ids of elements of the new version by those of the old one
     * @param reason needed unless it is a dry run
     */
    record Asked(
            @NotNull @Min(1) Integer from,
            @NotNull @Min(1) Integer to,

            @Nullable @Size(max = 1_000)
            Map<@PlainText(max = 255) String, @NotNull @PlainText(max = 255) String> mapping,

            @Nullable Boolean dryRun,
            @Nullable @PlainText(max = 500) String reason) {

        Route route(String key) {
            return new Route(key, from, to, Objects.requireNonNullElse(mapping, Map.of()));
        }
    }

    record Started(UUID id) {}

    record MigrationPage(
            List<MigrationView> items, @Nullable UUID next) {}
}
