package io.ringback.list;

import io.ringback.account.CallerLists;
import io.ringback.audit.AuditPage;
import io.ringback.platform.input.Versions;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.web.ApiAddresses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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

@RestController
@RequestMapping("/api/v1/lists")
class ListController {

    private static final String RESERVED_ID = "new";

    private final Lists lists;
    private final ListAccess access;
    private final LiveNumbers numbers;

    ListController(Lists lists, ListAccess access, LiveNumbers numbers) {
        this.lists = lists;
        this.access = access;
        this.numbers = numbers;
    }

    /** @param archived whether those that are archived are meant, the last archived first */
    @GetMapping
    List<CallbackList> all(@RequestParam(defaultValue = "false") boolean archived) {
        var all = archived ? lists.archived().stream().map(ArchivedList::list).toList() : lists.all();
        return all.stream().filter(list -> CallerLists.include(list.id())).toList();
    }

    @GetMapping("/{id}")
    ResponseEntity<CallbackList> one(@PathVariable String id) {
        return answer(lists.get(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CallbackList> create(@RequestBody @Valid ListRequest request) {
        if (request.id() == null) {
            throw new InvalidField("id", "is needed");
        }
        if (request.id().equals(RESERVED_ID)) {
            throw new InvalidField("id", "must be another word: the page for new lists has this address");
        }
        var list = lists.create(request.asList(request.id(), 1));
        return ResponseEntity.created(ApiAddresses.at("/api/v1/lists/" + list.id()))
                .eTag(tag(list))
                .body(list);
    }

    @PutMapping("/{id}")
    ResponseEntity<CallbackList> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid ListRequest request) {
        if (request.id() != null && !request.id().equals(id)) {
            throw new InvalidField("id", "cannot be changed: the list is \"%s\"".formatted(id));
        }
        return answer(lists.change(request.asList(id, Versions.expected(ifMatch, request.version()))));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archive(@PathVariable String id) {
        lists.archive(id);
    }

    /** Brings an archived list back; one that is not archived is left as it is. */
    @PostMapping("/{id}/restore")
    ResponseEntity<CallbackList> restore(@PathVariable String id) {
        return answer(lists.restore(id));
    }

    /** What happened to the list itself, newest first; {@code next} is the {@code after} of the page that follows. */
    @GetMapping("/{id}/history")
    AuditPage history(
            @PathVariable String id,
            @RequestParam(defaultValue = "true") boolean joining,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        return lists.history(id, joining, after, limit);
    }

    @GetMapping("/{id}/numbers")
    ListNumbers numbers(@PathVariable String id) {
        return numbers.of(id);
    }

    @GetMapping("/{id}/agents")
    List<ListAgent> agents(@PathVariable String id) {
        return access.agentsOf(id);
    }

    @PutMapping("/{id}/agents/{agentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(@PathVariable String id, @PathVariable String agentId) {
        access.give(id, agentId);
    }

    @DeleteMapping("/{id}/agents/{agentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(@PathVariable String id, @PathVariable String agentId) {
        access.take(id, agentId);
    }

    @PutMapping("/{id}/agents/{agentId}/active")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void activate(@PathVariable String id, @PathVariable String agentId, @RequestBody @Valid ActiveRequest request) {
        lists.get(id);
        if (!access.setActive(id, agentId, request.active())) {
            throw new Conflict("The agent \"%s\" has no access to this list; give access first.".formatted(agentId));
        }
    }

    private static ResponseEntity<CallbackList> answer(CallbackList list) {
        return ResponseEntity.ok().eTag(tag(list)).body(list);
    }

    private static String tag(CallbackList list) {
        return Versions.tag(list.version());
    }

    record ActiveRequest(@NotNull Boolean active) {}
}
