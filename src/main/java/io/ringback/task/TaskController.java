package io.ringback.task;

import io.ringback.callback.Callback;
import io.ringback.callback.Callbacks;
import io.ringback.form.FormAnswers;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.input.PlainText;
import io.ringback.platform.problem.NotFound;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tasks that processes have for people, for whoever may do them: a group of theirs decides, not a role. */
@RestController
@RequestMapping("/api/v1/tasks")
class TaskController {

    private final TaskDesk desk;
    private final TaskViews views;
    private final TaskAnswers answers;
    private final Callbacks callbacks;
    private final Transactions transactions;

    TaskController(
            TaskDesk desk, TaskViews views, TaskAnswers answers, Callbacks callbacks, Transactions transactions) {
        this.desk = desk;
        this.views = views;
        this.answers = answers;
        this.callbacks = callbacks;
        this.transactions = transactions;
    }

    /**
     * A page of the open tasks that the caller has claimed or may claim, oldest first; {@code next} is the {@code after} of
     * the page that follows, null on the last.
     */
    @GetMapping
    Page page(
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            Principal caller) {
        var found = desk.open(caller.getName(), after, limit + 1);
        var items = found.stream().limit(limit).map(this::item).toList();
        return new Page(items, found.size() > limit ? items.get(limit - 1).id() : null);
    }

    @GetMapping("/{id}")
    TaskView one(@PathVariable UUID id, Principal caller) {
        return views.of(caller.getName(), id);
    }

    /**
     * The form of the task as it was deployed when the task was opened.
     *
     * @param language in which its texts are wanted, as far as it has them; without it they are as the form was made
     */
    @GetMapping(path = "/{id}/form", produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "A form-js schema",
            content = @Content(schema = @Schema(type = "object")))
    ResponseEntity<String> form(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @PlainText(max = 35) String language,
            Principal caller) {
        var form =
                answers.form(desk.get(caller.getName(), id)).orElseThrow(() -> new NotFound("This task has no form."));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(form.forTag(language));
    }

    /** Makes the task the caller's; 409 when somebody else was first. */
    @PutMapping("/{id}/claim")
    TaskView claim(@PathVariable UUID id, Principal caller) {
        transactions.run(() -> desk.claim(caller.getName(), id));
        return views.of(caller.getName(), id);
    }

    /** Gives it back, without what was entered. */
    @DeleteMapping("/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable UUID id, Principal caller) {
        transactions.execute(() -> desk.release(caller.getName(), id));
    }

    /** Keeps what was entered so far. */
    @PutMapping("/{id}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void draft(@PathVariable UUID id, @Valid @RequestBody Answered request, Principal caller) {
        transactions.execute(() -> desk.keepDraft(caller.getName(), id, request.answers()));
    }

    /**
     * Completes the task, and lets the process go on; one that is nobody's is claimed first. 409 when it is somebody
     * else's, or closed. Sent again with the same answers it changes nothing.
     */
    @PostMapping("/{id}/complete")
    TaskView complete(@PathVariable UUID id, @Valid @RequestBody Answered request, Principal caller) {
        transactions.execute(() -> desk.complete(caller.getName(), id, request.answers()));
        return views.of(caller.getName(), id);
    }

    private Item item(Task task) {
        return Item.of(task, callbacks.get(task.callbackId()));
    }

    record Page(List<Item> items, @Nullable UUID next) {}

    /** Without the number and the name, which the task itself tells. */
    record Item(
            UUID id,
            String element,
            String name,
            Instant openedAt,
            @Nullable String claimedBy,
            UUID callbackId,
            String listId) {

        static Item of(Task task, Callback callback) {
            return new Item(
                    task.id(),
                    task.element(),
                    task.name(),
                    task.openedAt(),
                    task.claimedBy(),
                    task.callbackId(),
                    callback.listId());
        }
    }

    /** @param answers to the form; null without one */
    record Answered(@Nullable @FormAnswers Map<String, Object> answers) {

        /** Without the answers, which belong in no log. */
        @Override
        public String toString() {
            return "Answered[]";
        }
    }
}
