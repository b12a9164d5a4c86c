package io.ringback.account;

import io.ringback.platform.input.PageCursors;
import io.ringback.platform.problem.NotFound;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** The accounts with all that administrators may know of them. */
@Component
public class People {

    /** The most events that are answered at once. */
    public static final int MOST_EVENTS = 100;

    private final JdbcPeople people;
    private final JdbcAccountEvents events;
    private final JdbcAccounts accounts;
    private final JdbcSessions sessions;
    private final Clock clock;

    People(JdbcPeople people, JdbcAccountEvents events, JdbcAccounts accounts, JdbcSessions sessions, Clock clock) {
        this.people = people;
        this.events = events;
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @throws NotFound when there is no such account */
    public Person get(String id) {
        return people.find(id, clock.instant())
                .orElseThrow(() -> new NotFound("There is no account %s.".formatted(id)));
    }

    /** Those the filter lets through, by id, at most so many. */
    public List<Person> find(PeopleFilter filter, int limit) {
        return people.find(filter, limit, clock.instant());
    }

    /** Those the filter lets through, in this order, at most so many after those left out at the beginning. */
    public List<Person> find(PeopleFilter filter, PeopleOrder order, int leftOut, int limit) {
        return people.find(filter, order, leftOut, limit, clock.instant());
    }

    /** How many the filter lets through. */
    public int count(PeopleFilter filter) {
        return people.count(filter);
    }

    /** Whether nobody could administer without this account. */
    public boolean isOnlyAdministrator(String id) {
        return accounts.activeAdministrators().equals(List.of(id));
    }

    /** The browsers in which somebody is signed in with the account, the one used last first. */
    public List<SessionOfAccount> sessions(String id) {
        return sessions.of(get(id).account().id());
    }

    /** What happened to the account before this event, the latest first; {@link Long#MAX_VALUE} for the latest of all. */
    public List<PastAccountEvent> history(String id, long before) {
        var account = get(id).account().id();
        if (before != Long.MAX_VALUE && !events.isOf(account, before)) {
            throw PageCursors.notOfThisList("before");
        }
        return events.of(account, before, MOST_EVENTS);
    }
}
