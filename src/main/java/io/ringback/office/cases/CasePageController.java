package io.ringback.office.cases;

import io.ringback.account.CallerRoles;
import io.ringback.account.Role;
import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.ringback.form.FormChoices;
import io.ringback.list.Lists;
import io.ringback.office.CasePages;
import io.ringback.office.OfficePage;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The callbacks for supervisors and auditors. A number or a name that is looked for comes in the body of a POST, so that it is in
 * no address, and with that in no log and no browser's history.
 */
@Controller
@OfficePage
@RequestMapping("/supervision/cases")
class CasePageController {

    private final CaseFinder finder;
    private final CasePages pages;
    private final ActChoices choices;
    private final Lists lists;
    private final FormChoices answers;

    CasePageController(CaseFinder finder, CasePages pages, ActChoices choices, Lists lists, FormChoices answers) {
        this.finder = finder;
        this.pages = pages;
        this.choices = choices;
        this.lists = lists;
        this.answers = answers;
    }

    @GetMapping
    @LooksAt(
            value = Look.CALLBACKS,
            list = "listId",
            sought = "answer",
            criteria = {"state", "from", "to"})
    String all(@ModelAttribute("search") CaseSearch search, Authentication viewer, Locale locale, Model model) {
        return show(search.withoutPersonalData(), viewer, locale, model);
    }

    @PostMapping
    @LooksAt(
            value = Look.CALLBACKS,
            list = "listId",
            sought = {"text", "number", "answer"},
            criteria = {"state", "from", "to"})
    String search(@ModelAttribute("search") CaseSearch search, Authentication viewer, Locale locale, Model model) {
        return search.isPersonal() ? show(search, viewer, locale, model) : "redirect:" + search.address(search.after());
    }

    @GetMapping("/{id}")
    @LooksAt(value = Look.CALLBACK, callback = "id")
    String one(@PathVariable UUID id, Authentication viewer, Locale locale, Model model) {
        var page = pages.of(id, isSupervisor(viewer));
        model.addAttribute("page", page);
        model.addAttribute("choices", choices.of(page.callback(), locale));
        model.addAttribute("mayAudit", CallerRoles.of(viewer).contains(Role.AUDITOR));
        return "supervision/case";
    }

    /** What of it changes, drawn anew. */
    @GetMapping("/{id}/state")
    @LooksAt(value = Look.CALLBACK, callback = "id")
    String state(@PathVariable UUID id, Authentication viewer, Model model) {
        model.addAttribute("page", pages.of(id, isSupervisor(viewer)));
        return "supervision/case :: state";
    }

    private String show(CaseSearch search, Authentication viewer, Locale locale, Model model) {
        model.addAttribute("mayChange", isSupervisor(viewer));
        model.addAttribute("choices", choices.forAll(locale));
        model.addAttribute("search", search);
        model.addAttribute("found", finder.find(search));
        model.addAttribute("lists", lists.all());
        model.addAttribute("states", CaseState.values());
        model.addAttribute("answers", answers.all(locale));
        return "supervision/cases";
    }

    private static boolean isSupervisor(Authentication viewer) {
        return CallerRoles.of(viewer).contains(Role.SUPERVISOR);
    }
}
