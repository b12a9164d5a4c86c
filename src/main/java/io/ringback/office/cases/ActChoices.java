package io.ringback.office.cases;

import io.ringback.account.Account;
import io.ringback.account.Accounts;
import io.ringback.callback.Callback;
import io.ringback.list.CallbackList;
import io.ringback.list.ListAccess;
import io.ringback.list.ListAgent;
import io.ringback.list.Lists;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What supervisors choose from: to whom a callback can be given, and where it can be moved. */
@Component
class ActChoices {

    private final Lists lists;
    private final ListAccess access;
    private final Accounts accounts;

    ActChoices(Lists lists, ListAccess access, Accounts accounts) {
        this.lists = lists;
        this.access = access;
        this.accounts = accounts;
    }

    /** For callbacks of any list: the server refuses those who have no access. */
    Choices forAll(Locale locale) {
        return choices(accounts.agents().stream(), lists.all().stream(), locale);
    }

    /** For one callback: those with access to its list, and the other lists. */
    Choices of(Callback callback, Locale locale) {
        var list = lists.find(callback.listId());
        var members = list.isEmpty()
                ? List.<String>of()
                : access.agentsOf(list.get().id()).stream()
                        .map(ListAgent::agentId)
                        .toList();
        return choices(
                accounts.agents().stream().filter(agent -> members.contains(agent.id())),
                lists.all().stream().filter(other -> !other.id().equals(callback.listId())),
                locale);
    }

    private static Choices choices(Stream<Account> agents, Stream<CallbackList> lists, Locale locale) {
        var people = agents.collect(Collectors.groupingBy(Account::name));
        return new Choices(
                people.values().stream()
                        .flatMap(same -> same.stream().map(agent -> choice(agent, same.size() > 1)))
                        .sorted(byLabel(locale))
                        .toList(),
                lists.map(list -> new Choice(list.id(), list.name()))
                        .sorted(byLabel(locale))
                        .toList());
    }

    /** People of one name are told apart by their ids. */
    private static Choice choice(Account agent, boolean ambiguous) {
        return new Choice(agent.id(), ambiguous ? "%s (%s)".formatted(agent.name(), agent.id()) : agent.name());
    }

    private static Comparator<Choice> byLabel(Locale locale) {
        return Comparator.comparing(Choice::label, Collator.getInstance(locale)).thenComparing(Choice::value);
    }

    record Choices(List<Choice> agents, List<Choice> lists) {}

    record Choice(String value, String label) {}
}
