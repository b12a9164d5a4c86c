package io.ringback.account;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where an account is signed in, and what happened to it. */
@RestController
@RequestMapping("/api/v1/accounts/{id}")
class AccountInsightController {

    private final People people;
    private final AccountAdministration administration;

    AccountInsightController(People people, AccountAdministration administration) {
        this.people = people;
        this.administration = administration;
    }

    @GetMapping("/sessions")
    Sessions sessions(@PathVariable String id) {
        var sessions = people.sessions(id);
        return new Sessions(sessions.size(), sessions);
    }

    /** Signs the account out everywhere; an agent who receives is stopped. */
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(@PathVariable String id, Principal caller) {
        administration.endSessions(id, caller.getName());
    }

    /** The latest first; {@code next} is what to pass as {@code before} for those before them. */
    @GetMapping("/history")
    History history(@PathVariable String id, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        var events = people.history(id, before);
        var more = events.size() == People.MOST_EVENTS;
        return new History(
                events.stream().map(AccountEventView::of).toList(),
                more ? events.get(events.size() - 1).id() : null);
    }

    record Sessions(int count, List<SessionOfAccount> items) {}

    record History(List<AccountEventView> items, @Nullable Long next) {}
}
