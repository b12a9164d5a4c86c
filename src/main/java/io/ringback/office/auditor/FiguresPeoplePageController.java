package io.ringback.office.auditor;

import io.ringback.account.Account;
import io.ringback.account.Accounts;
import io.ringback.account.Role;
import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.ringback.figures.Figures;
import io.ringback.figures.PastReceptions;
import io.ringback.figures.PeopleFigures;
import io.ringback.list.ArchivedList;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.office.OfficePage;
import io.ringback.office.PageOfRows;
import io.ringback.platform.input.PlainText;
import io.ringback.platform.problem.NotFound;
import io.ringback.presence.TimeAway;
import java.time.Clock;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what one agent, or all agents of one list, did. Nobody is ranked: there is no page on which agents stand in a row of figures. */
@Controller
@OfficePage
@RequestMapping("/audit")
class FiguresPeoplePageController {

    private static final int SHOWN = 50;

    private final Figures figures;
    private final PastReceptions receptions;
    private final Accounts accounts;
    private final Lists lists;
    private final TimeAway zones;
    private final Clock clock;

    FiguresPeoplePageController(
            Figures figures, PastReceptions receptions, Accounts accounts, Lists lists, TimeAway zones, Clock clock) {
        this.figures = figures;
        this.receptions = receptions;
        this.accounts = accounts;
        this.lists = lists;
        this.zones = zones;
        this.clock = clock;
    }

    /** Whom or which list to look at; those who are agents no more included. */
    @GetMapping("/people")
    String choose(@RequestParam(defaultValue = "") @PlainText(max = 100) String q, Model model) {
        var text = q.strip();
        model.addAttribute("text", text);
        model.addAttribute(
                "agents",
                PageOfRows.of(
                        accounts.all().stream()
                                .filter(one -> one.has(Role.AGENT))
                                .filter(one -> PageOfRows.finds(text, one.id(), one.name()))
                                .sorted(Comparator.comparing(
                                                (Account one) -> one.name().toLowerCase(Locale.ROOT))
                                        .thenComparing(Account::id))
                                .toList(),
                        1,
                        SHOWN));
        model.addAttribute(
                "lists",
                PageOfRows.of(
                        lists.everyOne().stream()
                                .filter(one -> PageOfRows.finds(text, one.id(), one.name()))
                                .sorted(Comparator.comparing(
                                                (CallbackList one) -> one.name().toLowerCase(Locale.ROOT))
                                        .thenComparing(CallbackList::id))
                                .toList(),
                        1,
                        SHOWN));
        return "audit/people";
    }

    @GetMapping("/agents/{id}")
    @LooksAt(
            value = Look.AGENT,
            agent = "id",
            criteria = {"from", "to"})
    String agent(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable Long after,
            Locale locale,
            Model model) {
        var account = accounts.find(id).orElseThrow(() -> new NotFound("There is no agent with this id."));
        var period = FiguresPeriod.of(from, to, zones.zone(), clock.instant());
        var counted = period.period();
        show(model, period, figures.ofAgent(id, counted), locale);
        model.addAttribute("account", account);
        model.addAttribute("ends", new FiguresReceptions(receptions.ends(id, counted)));
        model.addAttribute("part", receptions.page(id, counted.from(), counted.to(), after, SHOWN));
        model.addAttribute("names", lists.names());
        return "audit/figures-agent";
    }

    @GetMapping("/lists/{id}")
    @LooksAt(
            value = Look.FIGURES,
            list = "id",
            criteria = {"from", "to"})
    String list(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Locale locale,
            Model model) {
        var list = lists.find(id)
                .or(() -> lists.archived(id).map(ArchivedList::list))
                .orElseThrow(() -> new NotFound("There is no list with this id."));
        var period = FiguresPeriod.of(from, to, list.zone(), clock.instant());
        show(model, period, figures.ofList(id, period.period()), locale);
        model.addAttribute("list", list);
        return "audit/figures-list";
    }

    private static void show(Model model, FiguresPeriod period, PeopleFigures figures, Locale locale) {
        model.addAttribute("period", period);
        model.addAttribute("words", new FiguresWords(locale));
        model.addAttribute("figures", figures);
    }
}
