package io.ringback.office.lists;

import io.ringback.account.Account;
import io.ringback.account.Accounts;
import io.ringback.account.CallerRoles;
import io.ringback.account.Role;
import io.ringback.list.CallbackList;
import io.ringback.list.ListAccess;
import io.ringback.list.ListAgent;
import io.ringback.list.Lists;
import io.ringback.list.LiveNumbers;
import io.ringback.presence.AwayReasons;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the parts of a list's page show. */
@Component
class ListParts {

    private static final int SHOWN = 30;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Lists lists;
    private final LiveNumbers numbers;
    private final ListAccess access;
    private final Accounts accounts;
    private final ListHistory history;
    private final AwayReasons reasons;

    ListParts(
            Lists lists,
            LiveNumbers numbers,
            ListAccess access,
            Accounts accounts,
            ListHistory history,
            AwayReasons reasons) {
        this.lists = lists;
        this.numbers = numbers;
        this.access = access;
        this.accounts = accounts;
        this.history = history;
        this.reasons = reasons;
    }

    /** The live numbers, and how many callbacks still go by former settings. */
    void now(CallbackList list, Model model) {
        var changed = history.deadlinesChanged(list.id());
        model.addAttribute("list", list);
        model.addAttribute("now", numbers.of(list.id()));
        model.addAttribute("changedAt", changed.orElse(null));
        model.addAttribute(
                "unchanged",
                changed.map(at -> lists.openCallbacksBefore(list.id(), at)).orElse(0L));
    }

    /** Who works on the list. */
    void users(CallbackList list, Authentication caller, Locale locale, Model model) {
        model.addAttribute("list", list);
        model.addAttribute("users", access.agentsOf(list.id()));
        model.addAttribute("away", reasons.names(locale));
        model.addAttribute("mayActivate", CallerRoles.of(caller).contains(Role.SUPERVISOR));
    }

    /**
     * Who could work on the list as well, by name.
     *
     * @param find words, each of which is in the name or the id; nobody is shown without any
     */
    void others(CallbackList list, String find, Locale locale, Model model) {
        var wanted = BLANKS.splitAsStream(find.strip().toLowerCase(locale)).toList();
        var asked = !find.isBlank();
        var ids = access.agentsOf(list.id()).stream().map(ListAgent::agentId).collect(Collectors.toSet());
        var others = accounts.agents().stream()
                .filter(agent -> asked && !ids.contains(agent.id()))
                .filter(agent -> {
                    var called = "%s %s".formatted(agent.name(), agent.id()).toLowerCase(locale);
                    return wanted.stream().allMatch(called::contains);
                })
                .sorted(Comparator.comparing(Account::name, Collator.getInstance(locale))
                        .thenComparing(Account::id))
                .toList();
        model.addAttribute("asked", asked);
        model.addAttribute("others", others.stream().limit(SHOWN).toList());
        model.addAttribute("more", others.size() > SHOWN);
    }

    void history(String listId, boolean joining, @Nullable Long after, Locale locale, Model model) {
        model.addAttribute("listId", listId);
        model.addAttribute("joining", joining);
        model.addAttribute("after", after);
        model.addAttribute("history", history.page(listId, joining, after, locale));
    }
}
