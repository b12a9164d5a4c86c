package io.ringback.office.lists;

import io.ringback.account.Accounts;
import io.ringback.account.CallerRoles;
import io.ringback.account.Role;
import io.ringback.list.CallbackList;
import io.ringback.list.ListAccess;
import io.ringback.list.ListAgent;
import io.ringback.list.Lists;
import io.ringback.list.LiveNumbers;
import io.ringback.presence.AwayReasons;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the parts of a list's page show. */
@Component
class ListParts {

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

    /** Who works on the list, and who else could. */
    void users(CallbackList list, Authentication caller, Locale locale, Model model) {
        var users = access.agentsOf(list.id());
        var ids = users.stream().map(ListAgent::agentId).collect(Collectors.toSet());
        var others = accounts.agents().stream()
                .filter(agent -> !ids.contains(agent.id()))
                .toList();
        model.addAttribute("list", list);
        model.addAttribute("users", users);
        model.addAttribute("away", reasons.names(locale));
        model.addAttribute("others", others);
        model.addAttribute("mayActivate", CallerRoles.of(caller).contains(Role.SUPERVISOR));
    }

    void history(String listId, boolean joining, @Nullable Long after, Locale locale, Model model) {
        model.addAttribute("listId", listId);
        model.addAttribute("joining", joining);
        model.addAttribute("after", after);
        model.addAttribute("history", history.page(listId, joining, after, locale));
    }
}
