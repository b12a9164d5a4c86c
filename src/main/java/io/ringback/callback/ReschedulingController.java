package io.ringback.callback;

import io.ringback.platform.database.Transactions;
import io.ringback.platform.input.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/callbacks/{id}")
class ReschedulingController {

    private final Rescheduling rescheduling;
    private final Transactions transactions;

    ReschedulingController(Rescheduling rescheduling, Transactions transactions) {
        this.rescheduling = rescheduling;
        this.transactions = transactions;
    }

    /** Another time for a callback that waits, judged as that of an outcome is. */
    @PostMapping("/reschedule")
    CallbackView reschedule(@PathVariable UUID id, @RequestBody @Valid RescheduleRequest request) {
        return CallbackView.of(transactions.run(() -> rescheduling.reschedule(
                id, request.eligibleAt(), Boolean.TRUE.equals(request.insist()), request.reason())));
    }

    /** Whether the callback could be offered then, and which times are nearest if not; nothing is changed. */
    @GetMapping("/retry-time")
    JudgedTime retryTime(@PathVariable UUID id, @RequestParam Instant at) {
        return transactions.run(() -> rescheduling.judge(id, at));
    }

    record RescheduleRequest(
            @NotNull Instant eligibleAt,
            @NotBlank @PlainText(max = 500) String reason,
            @Nullable Boolean insist) {}
}
