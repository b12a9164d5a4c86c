package io.ringback.office.cases;

import io.ringback.account.Account;
import io.ringback.account.Accounts;
import io.ringback.callback.Callback;
import io.ringback.callback.CallbackOrder;
import io.ringback.callback.Callbacks;
import io.ringback.callback.Sought;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.number.PhoneNumbers;
import io.ringback.platform.problem.InvalidField;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Finds callbacks for people. */
@Service
class CaseFinder {

    private static final int ON_A_PAGE = 50;

    private final Callbacks callbacks;
    private final Lists lists;
    private final Accounts accounts;
    private final Clock clock;

    CaseFinder(Callbacks callbacks, Lists lists, Accounts accounts, Clock clock) {
        this.callbacks = callbacks;
        this.lists = lists;
        this.accounts = accounts;
        this.clock = clock;
    }

    FoundCases find(CaseSearch search) {
        var numbers = numbers(search);
        if (search.isByNumber() && numbers.isEmpty()) {
            return new FoundCases(List.of(), null, true);
        }
        var order = Objects.requireNonNullElse(search.order(), CallbackOrder.NEWEST);
        var found =
                callbacks.page(search.filter(numbers).finding(sought(search)), order, search.after(), ON_A_PAGE + 1);
        var shown = found.stream().limit(ON_A_PAGE).toList();
        var more = found.size() > ON_A_PAGE;
        return new FoundCases(lines(shown), more ? shown.get(ON_A_PAGE - 1).id() : null, false);
    }

    private List<FoundCases.Line> lines(List<Callback> found) {
        var listNames = lists.all().stream().collect(Collectors.toMap(CallbackList::id, CallbackList::name));
        var agents = accounts.names(found.stream().flatMap(CaseFinder::holder).toList());
        var now = clock.instant();
        return found.stream()
                .map(callback -> line(callback, listNames, agents, now))
                .toList();
    }

    private static FoundCases.Line line(
            Callback callback, Map<String, String> lists, Map<String, String> agents, Instant now) {
        var late = !callback.isClosed() && !callback.deadlines().dueAt().isAfter(now);
        return new FoundCases.Line(
                callback,
                lists.getOrDefault(callback.listId(), callback.listId()),
                holder(callback)
                        .map(id -> agents.getOrDefault(id, id))
                        .findFirst()
                        .orElse(null),
                late);
    }

    private static Stream<String> holder(Callback callback) {
        return Stream.ofNullable(callback.holding()).map(holding -> holding.agentId());
    }

    private Sought sought(CaseSearch search) {
        var text = search.text();
        if (text == null) {
            return Sought.NOTHING;
        }
        var people = accounts.all();
        return Sought.read(
                text,
                word -> people.stream()
                        .filter(person -> isCalled(person, word))
                        .map(Account::id)
                        .toList());
    }

    private static boolean isCalled(Account person, String word) {
        return person.name().toLowerCase(Locale.ROOT).contains(word)
                || person.id().toLowerCase(Locale.ROOT).contains(word);
    }

    /** A national number means another caller in each region; without a list all regions there are come into question. */
    private Set<String> numbers(CaseSearch search) {
        var written = search.number();
        if (written == null) {
            return Set.of();
        }
        try {
            return PhoneNumbers.lookedFor(written, regions(search));
        } catch (InvalidField refused) {
            return Set.of();
        }
    }

    private Set<String> regions(CaseSearch search) {
        var listId = search.listId();
        var chosen = listId == null ? lists.all() : lists.find(listId).stream().toList();
        return chosen.stream().map(CallbackList::region).collect(Collectors.toSet());
    }
}
