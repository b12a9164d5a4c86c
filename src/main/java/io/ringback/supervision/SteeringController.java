package io.ringback.supervision;

import io.ringback.callback.CallbackNote;
import io.ringback.callback.CallbackNotes;
import io.ringback.callback.CallbackView;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.input.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What supervisors do with one callback. */
@RestController
@RequestMapping("/api/v1/callbacks/{id}")
class SteeringController {

    private final Steering steering;
    private final Moves moves;
    private final CallbackNotes notes;
    private final Transactions transactions;

    SteeringController(Steering steering, Moves moves, CallbackNotes notes, Transactions transactions) {
        this.steering = steering;
        this.moves = moves;
        this.notes = notes;
        this.transactions = transactions;
    }

    /** Puts it before all others of its list. */
    @PostMapping("/expedite")
    CallbackView expedite(@PathVariable UUID id, @RequestBody @Valid Expedite request) {
        return CallbackView.of(transactions.run(() -> steering.expedite(id, request.reason())));
    }

    /** Moves it to another list; merged there if its number is open on it. */
    @PostMapping("/move")
    CallbackView move(@PathVariable UUID id, @RequestBody @Valid Move request) {
        return CallbackView.of(transactions.run(() -> moves.move(id, request.listId(), request.reason())));
    }

    /** Keeps it for an agent. */
    @PostMapping("/give")
    CallbackView give(@PathVariable UUID id, @RequestBody @Valid Give request) {
        return CallbackView.of(
                transactions.run(() -> steering.give(id, request.agentId(), request.until(), request.reason())));
    }

    /** Sets when it is due. */
    @PostMapping("/due")
    CallbackView setDue(@PathVariable UUID id, @RequestBody @Valid SetDue request) {
        return CallbackView.of(transactions.run(() -> steering.setDue(id, request.dueAt(), request.reason())));
    }

    /** Writes a note on it, also while an agent has it in hand and after it was closed. */
    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    CallbackNote addNote(@PathVariable UUID id, @RequestBody @Valid AddNote request, Principal author) {
        return transactions.run(() -> notes.add(id, author.getName(), request.note()));
    }

    record Expedite(@NotBlank @PlainText(max = 500) String reason) {}

    record Move(
            @NotBlank @PlainText(max = 63) String listId,
            @NotBlank @PlainText(max = 500) String reason) {}

    /** @param until a quarter of an hour after it can be offered when it is not named */
    record Give(
            @NotBlank @PlainText(max = 200) String agentId,
            @Nullable Instant until,
            @NotBlank @PlainText(max = 500) String reason) {}

    record SetDue(
            @NotNull Instant dueAt,
            @NotBlank @PlainText(max = 500) String reason) {}

    record AddNote(
            @NotBlank @PlainText(max = 4_000, multiline = true)
            String note) {

        /** Without the words, which may be about the caller. */
        @Override
        public String toString() {
            return "AddNote[]";
        }
    }
}
