package io.ringback.desk;

import io.ringback.callback.JudgedTime;
import io.ringback.handling.CallsInHand;
import io.ringback.handling.CaseInHand;
import io.ringback.handling.DialUris;
import io.ringback.handling.MoreTime;
import io.ringback.list.ListAccess;
import io.ringback.list.Lists;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.input.PlainText;
import io.ringback.platform.problem.Forbidden;
import io.ringback.platform.web.IdempotentAnswers;
import io.ringback.reception.Availability;
import io.ringback.reception.Receptions;
import io.ringback.reception.StopReason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The agent's desk over HTTP. Each change and the desk it answers with are one transaction. */
@RestController
@RequestMapping("/api/v1/desk")
class DeskController {

    private final Desks desks;
    private final Receptions receptions;
    private final CaseInHand cases;
    private final CallsInHand calls;
    private final MoreTime moreTime;
    private final SavedOutcomes outcomes;
    private final Lists lists;
    private final ListAccess access;
    private final DialUris dialUris;
    private final IdempotentAnswers answers;
    private final Transactions transactions;

    DeskController(
            Desks desks,
            Receptions receptions,
            CaseInHand cases,
            CallsInHand calls,
            MoreTime moreTime,
            SavedOutcomes outcomes,
            Lists lists,
            ListAccess access,
            DialUris dialUris,
            IdempotentAnswers answers,
            Transactions transactions) {
        this.desks = desks;
        this.receptions = receptions;
        this.cases = cases;
        this.calls = calls;
        this.moreTime = moreTime;
        this.outcomes = outcomes;
        this.lists = lists;
        this.access = access;
        this.dialUris = dialUris;
        this.answers = answers;
        this.transactions = transactions;
    }

    @GetMapping
    Desk desk(Principal agent) {
        return transactions.run(() -> desks.of(agent.getName()));
    }

    @PutMapping("/availability")
    Desk availability(@RequestBody @Valid AvailabilityRequest request, Principal agent) {
        return change(
                agent, () -> receptions.setAvailability(agent.getName(), request.availability(), request.reason()));
    }

    @PutMapping("/lists/{listId}")
    Desk join(@PathVariable String listId, @RequestBody @Valid ActiveRequest request, Principal agent) {
        return change(agent, () -> {
            lists.get(listId);
            if (!access.setActive(listId, agent.getName(), request.active())) {
                throw new Forbidden("You have no access to this list; a supervisor can give it.");
            }
        });
    }

    @PutMapping("/receiving")
    Desk receiving(@RequestBody @Valid ReceivingRequest request, Principal agent) {
        return change(agent, () -> {
            if (request.receiving()) {
                receptions.switchOn(agent.getName());
            } else {
                receptions.stop(agent.getName(), StopReason.AGENT, null);
            }
        });
    }

    /** Sent again while the call goes on, after an answer that got lost, it answers the same. */
    @PostMapping("/case/calls")
    @ResponseStatus(HttpStatus.CREATED)
    CallAnswer call(
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String key,
            @RequestBody @Valid CaseRequest request,
            Principal agent) {
        return transactions.run(
                () -> answers.once(agent.getName(), key, request, CallAnswer.class, () -> startCall(request, agent)));
    }

    @PostMapping("/case/calls/{callId}/end")
    Desk endCall(@PathVariable UUID callId, Principal agent) {
        return step(agent, () -> calls.end(agent.getName(), callId));
    }

    /** The agent, asked whether a call is over whose end was never told, says that it goes on. */
    @PostMapping("/case/calls/{callId}/resume")
    Desk resumeCall(@PathVariable UUID callId, Principal agent) {
        return change(agent, () -> calls.resume(agent.getName(), callId));
    }

    /** The countdown of the case runs longer, as often and by as much as the list says. */
    @PostMapping("/case/more-time")
    Desk moreTime(@RequestBody @Valid CaseRequest request, Principal agent) {
        return change(agent, () -> moreTime.give(agent.getName(), request.allocationId()));
    }

    @PutMapping("/case/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void draft(@RequestBody @Valid OutcomeRequest.OfDraft request, Principal agent) {
        transactions.execute(() -> cases.saveDraft(agent.getName(), request.allocationId(), request.draft()));
    }

    /** Whether the case could be offered then, and which times are nearest if not; nothing is changed. */
    @GetMapping("/case/retry-time")
    JudgedTime retryTime(@RequestParam UUID allocationId, @RequestParam Instant at, Principal agent) {
        return transactions.run(() -> cases.judgeRetry(agent.getName(), allocationId, at));
    }

    /** Sent again, after an answer that got lost, it changes nothing and answers the desk as it is now. */
    @PostMapping("/case/outcome")
    Desk outcome(
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String key,
            @RequestBody @Valid OutcomeRequest request,
            Principal agent) {
        return step(agent, () -> outcomes.save(agent.getName(), key, request));
    }

    private CallAnswer startCall(CaseRequest request, Principal agent) {
        var call = calls.start(agent.getName(), request.allocationId());
        return new CallAnswer(call.callId(), dialUris.of(call.phoneNumber()));
    }

    private Desk change(Principal agent, Runnable change) {
        return transactions.run(() -> {
            change.run();
            return desks.of(agent.getName());
        });
    }

    /** One that each case takes. */
    private Desk step(Principal agent, Runnable step) {
        return transactions.run(() -> {
            step.run();
            return desks.afterStep(agent.getName());
        });
    }

    /** @param reason what for the agent is away: the id of one of the centre's reasons, or its name */
    record AvailabilityRequest(
            @NotNull Availability availability,
            @Nullable @PlainText(max = 63) String reason) {}

    record ActiveRequest(@NotNull Boolean active) {}

    record ReceivingRequest(@NotNull Boolean receiving) {}

    record CaseRequest(@NotNull UUID allocationId) {}

    record CallAnswer(UUID callId, String dialUri) {

        /** Without the number, which belongs in no log. */
        @Override
        public String toString() {
            return "CallAnswer[callId=%s]".formatted(callId);
        }
    }
}
