package io.ringback.intake;

import io.ringback.account.CallerLists;
import io.ringback.callback.CallbackView;
import io.ringback.list.Lists;
import io.ringback.number.NumberFault;
import io.ringback.number.PhoneNumbers;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.input.PlainText;
import io.ringback.platform.problem.FieldError;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.TooManyRequests;
import io.ringback.platform.web.ApiAddresses;
import io.ringback.platform.web.IdempotentAnswers;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/callbacks")
class IntakeController {

    /** The method that takes requests in. */
    static final String REQUEST = "request";

    private final Intake intake;
    private final Cancellations cancellations;
    private final RefusedRequests refused;
    private final Lists lists;
    private final IdempotentAnswers answers;
    private final Transactions transactions;

    IntakeController(
            Intake intake,
            Cancellations cancellations,
            RefusedRequests refused,
            Lists lists,
            IdempotentAnswers answers,
            Transactions transactions) {
        this.intake = intake;
        this.cancellations = cancellations;
        this.refused = refused;
        this.lists = lists;
        this.answers = answers;
        this.transactions = transactions;
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "Taken in, or merged", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Known by its external id", useReturnTypeSchema = true)
    ResponseEntity<CallbackView> request(
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String key,
            @RequestBody @Valid CallbackRequest request,
            Principal caller) {
        CallerLists.expect(request.listId());
        var answer = answer(key, request, caller.getName());
        CallerLists.expect(answer.callback().listId()); // one known before may have been moved since
        var location = ApiAddresses.at("/api/v1/callbacks/" + answer.callback().id());
        return answer.created()
                ? ResponseEntity.created(location).body(answer.callback())
                : ResponseEntity.ok().location(location).body(answer.callback());
    }

    private Answer answer(@Nullable String key, CallbackRequest request, String caller) {
        try {
            return transactions.run(() -> answers.once(
                    caller, key, key == null ? request : meant(request), Answer.class, () -> take(request)));
        } catch (InvalidField refusal) {
            refused.count(caller, request.listId(), refusal.errors());
            throw refusal;
        } catch (TooManyRequests refusal) {
            refused.count(caller, request.listId(), List.of(new FieldError("phoneNumber", "", "TOO_MANY_REQUESTS")));
            throw refusal;
        }
    }

    @PostMapping("/{id}/cancel")
    CallbackView cancel(@PathVariable UUID id, @RequestBody @Valid CancelRequest request) {
        return CallbackView.of(transactions.run(() -> cancellations.cancel(id, request.reason())));
    }

    @PostMapping("/cancel")
    CancelledAnswer cancelAll(@RequestBody @Valid CancelAllRequest request) {
        return new CancelledAnswer(transactions.run(() -> cancelEverywhere(request)));
    }

    /** With the number as it is stored: the same caller written otherwise is the same request. */
    private CallbackRequest meant(CallbackRequest request) {
        try {
            return lists.find(request.listId())
                    .map(list -> request.withNumber(PhoneNumbers.e164(request.phoneNumber(), list.region(), true)))
                    .orElse(request);
        } catch (InvalidField refusedLater) {
            return request;
        }
    }

    private Answer take(CallbackRequest request) {
        var taken = intake.take(request);
        return new Answer(taken.isNew(), CallbackView.of(taken.callback()));
    }

    /** A national number means another caller in each region, so it is read once for every list it may be on. */
    private int cancelEverywhere(CancelAllRequest request) {
        var listId = request.listId();
        CallerLists.expect(listId);
        if (listId != null) {
            var list = lists.find(listId).orElseThrow(() -> new InvalidField("listId", "names no list"));
            return cancel(PhoneNumbers.lookedFor(request.phoneNumber(), Set.of(list.region())), listId, request);
        }
        var everywhere = PhoneNumbers.lookedFor(request.phoneNumber(), Set.of());
        var places = places(request.phoneNumber(), everywhere);
        if (everywhere.isEmpty() && places.isEmpty()) {
            throw NumberFault.IMPOSSIBLE_NUMBER.refusal();
        }
        return places.stream()
                        .mapToInt(
                                place -> cancellations.cancelAll(place.phoneNumber(), place.listId(), request.reason()))
                        .sum()
                + everywhere.stream()
                        .mapToInt(number -> cancellations.cancelAll(number, null, request.reason()))
                        .sum();
    }

    private int cancel(Set<String> numbers, String listId, CancelAllRequest request) {
        if (numbers.isEmpty()) {
            throw NumberFault.IMPOSSIBLE_NUMBER.refusal();
        }
        return numbers.stream()
                .mapToInt(number -> cancellations.cancelAll(number, listId, request.reason()))
                .sum();
    }

    /** Those that are looked for everywhere are not looked for again. */
    private List<Place> places(String nationalNumber, Set<String> everywhere) {
        return lists.all().stream()
                .flatMap(list -> PhoneNumbers.lookedFor(nationalNumber, Set.of(list.region())).stream()
                        .filter(number -> !everywhere.contains(number))
                        .map(number -> new Place(list.id(), number)))
                .toList();
    }

    /** Where a number may wait, as that list's region reads it. */
    private record Place(String listId, String phoneNumber) {}

    record Answer(boolean created, CallbackView callback) {}

    record CancelRequest(@NotBlank @PlainText(max = 500) String reason) {}

    record CancelAllRequest(
            @NotBlank String phoneNumber,
            @Nullable @PlainText(max = 63) String listId,
            @NotBlank @PlainText(max = 500) String reason) {

        /** Without the number, which belongs in no log. */
        @Override
        public String toString() {
            return "CancelAllRequest[listId=%s]".formatted(listId);
        }
    }

    record CancelledAnswer(int cancelled) {}
}
