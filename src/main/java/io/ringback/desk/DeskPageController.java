package io.ringback.desk;

import io.ringback.account.Accounts;
import io.ringback.account.CallerRoles;
import io.ringback.account.Role;
import io.ringback.list.ListAccess;
import io.ringback.list.ListAgent;
import io.ringback.list.Lists;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.Forbidden;
import io.ringback.platform.web.IdempotentAnswers;
import io.ringback.platform.web.ScriptTexts;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages of the desk. They only show: what an agent does goes to the API, after which the page reads
 * {@code /desk/state} again, as it does when its live stream tells of a change by anybody else. Only Save, which is
 * waited for hundreds of times a day, is answered with the desk drawn.
 */
@Controller
@RequestMapping("/desk")
class DeskPageController {

    private final DeskPages pages;
    private final Desks desks;
    private final SavedOutcomes outcomes;
    private final ScriptTexts texts;
    private final Lists lists;
    private final ListAccess access;
    private final Accounts accounts;
    private final Transactions transactions;

    DeskPageController(
            DeskPages pages,
            Desks desks,
            SavedOutcomes outcomes,
            ScriptTexts texts,
            Lists lists,
            ListAccess access,
            Accounts accounts,
            Transactions transactions) {
        this.pages = pages;
        this.desks = desks;
        this.outcomes = outcomes;
        this.texts = texts;
        this.lists = lists;
        this.access = access;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @GetMapping
    String desk(Authentication agent, Locale locale, Model model) {
        show(agent, List.of(), false, desks::of, model);
        model.addAttribute("texts", texts.in(locale));
        return "desk/desk";
    }

    /** The case window as a browser window of its own. */
    @GetMapping("/case")
    String caseWindow(Authentication agent, Locale locale, Model model) {
        show(agent, List.of(), false, desks::of, model);
        model.addAttribute("texts", texts.in(locale));
        return "desk/case-page";
    }

    /**
     * What the desk looks like now.
     *
     * @param open lists whose users are shown
     * @param view {@code desk}, {@code case} for the window of its own, or {@code without-case} while there is one
     */
    @GetMapping("/state")
    String state(
            Authentication agent,
            @RequestParam(defaultValue = "") List<String> open,
            @RequestParam(defaultValue = "desk") String view,
            Model model) {
        show(agent, open, view.equals("without-case"), desks::of, model);
        return state(view);
    }

    /** Saves as the API does, and shows what the desk looks like then, mostly with the next case. */
    @PostMapping("/case/outcome")
    String save(
            Authentication agent,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String key,
            @RequestBody @Valid OutcomeRequest outcome,
            @RequestParam(defaultValue = "") List<String> open,
            @RequestParam(defaultValue = "desk") String view,
            Model model) {
        transactions.execute(() -> {
            outcomes.save(agent.getName(), key, outcome);
            show(agent, open, view.equals("without-case"), desks::afterStep, model);
        });
        return state(view);
    }

    private static String state(String view) {
        return view.equals("case") ? "desk/case-page :: state" : "desk/state :: state";
    }

    /** All agents, to give and take access to a list. */
    @GetMapping("/lists/{listId}/people")
    String people(@PathVariable String listId, Authentication caller, Model model) {
        var roles = CallerRoles.of(caller);
        if (!roles.contains(Role.SUPERVISOR) && !roles.contains(Role.ADMIN)) {
            throw new Forbidden("Only supervisors and administrators add and remove the users of a list.");
        }
        model.addAttribute("list", lists.get(listId));
        model.addAttribute("agents", accounts.agents());
        model.addAttribute(
                "members",
                access.agentsOf(listId).stream().map(ListAgent::agentId).collect(Collectors.toSet()));
        return "desk/people :: people";
    }

    private void show(
            Authentication agent, List<String> open, boolean caseElsewhere, Function<String, Desk> desk, Model model) {
        var locale = LocaleContextHolder.getLocale();
        model.addAttribute(
                "page",
                transactions.run(() ->
                        pages.of(desk.apply(agent.getName()), open, caseElsewhere, CallerRoles.of(agent), locale)));
    }
}
