package io.ringback.office.people;

import io.ringback.account.Account;
import io.ringback.account.CallerRoles;
import io.ringback.account.People;
import io.ringback.account.PeopleOrder;
import io.ringback.account.Person;
import io.ringback.account.Role;
import io.ringback.account.Token;
import io.ringback.account.Tokens;
import io.ringback.list.CallbackList;
import io.ringback.list.ListOfAgent;
import io.ringback.list.Lists;
import io.ringback.list.ListsOfAgents;
import io.ringback.office.OfficePage;
import io.ringback.office.PageOfRows;
import io.ringback.presence.Attendance;
import io.ringback.presence.AwayReasons;
import io.ringback.presence.PresentAgent;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who may sign in, what they may do, and where they are signed in; for administrators. */
@Controller
@OfficePage
@RequestMapping("/admin/people")
class PeoplePageController {

    private static final int PAGE = 50;

    private final People people;
    private final Tokens tokens;
    private final Lists lists;
    private final ListsOfAgents listsOfAgents;
    private final Attendance attendance;
    private final AwayReasons reasons;
    private final Clock clock;

    PeoplePageController(
            People people,
            Tokens tokens,
            Lists lists,
            ListsOfAgents listsOfAgents,
            Attendance attendance,
            AwayReasons reasons,
            Clock clock) {
        this.people = people;
        this.tokens = tokens;
        this.clock = clock;
        this.lists = lists;
        this.listsOfAgents = listsOfAgents;
        this.attendance = attendance;
        this.reasons = reasons;
    }

    @GetMapping
    String all(@ModelAttribute("query") PeopleQuery query, Locale locale, Model model) {
        var total = people.count(query.filter());
        var number = PageOfRows.within(query.number(), total, PAGE);
        var shown = people.find(query.filter(), query.sorted(), (number - 1) * PAGE, PAGE);
        model.addAttribute("people", shown);
        model.addAttribute("present", present(shown));
        model.addAttribute("away", reasons.names(locale));
        model.addAttribute("part", new PageOfRows<>(shown, number, PAGE, total));
        model.addAttribute("roles", Role.values());
        model.addAttribute("orders", PeopleOrder.values());
        return "people/people";
    }

    @GetMapping("/new")
    String newcomer(Model model) {
        model.addAttribute("roles", Role.values());
        return "people/new";
    }

    @GetMapping("/{id}")
    String person(@PathVariable String id, Authentication caller, Locale locale, Model model) {
        show(id, caller, locale, model);
        model.addAttribute("allLists", lists.all());
        model.addAttribute("onlyAdministrator", people.isOnlyAdministrator(id));
        model.addAttribute("roles", Role.values());
        return "people/person";
    }

    /** What changes by itself, or by the page's own buttons. */
    @GetMapping("/{id}/state")
    String state(@PathVariable String id, Authentication caller, Locale locale, Model model) {
        show(id, caller, locale, model);
        return "people/state :: state";
    }

    private void show(String id, Authentication caller, Locale locale, Model model) {
        var person = people.get(id);
        model.addAttribute("person", person);
        model.addAttribute("where", present(List.of(person)).get(id));
        model.addAttribute("away", reasons.names(locale));
        model.addAttribute("sessions", people.sessions(id));
        var made = tokens.of(id);
        var now = clock.instant();
        model.addAttribute("tokens", made);
        model.addAttribute(
                "expiredTokens",
                made.stream()
                        .filter(token -> token.isExpired(now))
                        .map(Token::id)
                        .toList());
        model.addAttribute("events", people.history(id, Long.MAX_VALUE));
        model.addAttribute("lists", person.account().has(Role.AGENT) ? memberships(id) : List.<Membership>of());
        model.addAttribute("maySetActive", CallerRoles.of(caller).contains(Role.SUPERVISOR));
    }

    /** Where those are who are agents, by id; of all of them with one statement. */
    private Map<String, PresentAgent> present(List<Person> shown) {
        return attendance.of(shown.stream()
                .map(Person::account)
                .filter(account -> account.has(Role.AGENT))
                .map(Account::id)
                .toList());
    }

    private List<Membership> memberships(String id) {
        var given = listsOfAgents.of(id).stream().collect(Collectors.toMap(ListOfAgent::id, Function.identity()));
        return lists.all().stream()
                .map(list -> new Membership(list, given.get(list.id())))
                .toList();
    }

    /** A list, and the agent's access to it if there is one. */
    record Membership(CallbackList list, @Nullable ListOfAgent given) {

        public boolean hasAccess() {
            return given != null;
        }

        public boolean isActive() {
            return given != null && given.active();
        }
    }
}
