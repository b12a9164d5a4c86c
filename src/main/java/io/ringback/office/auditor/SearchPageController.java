package io.ringback.office.auditor;

import io.ringback.account.Accounts;
import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.ringback.auditor.AskedPurpose;
import io.ringback.auditor.AuditFiles;
import io.ringback.auditor.GivenPurpose;
import io.ringback.callback.CallStatus;
import io.ringback.callback.CallbackStatus;
import io.ringback.list.Lists;
import io.ringback.office.OfficePage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where auditors begin. What is looked for comes in the body of a POST, so that it is in no address. */
@Controller
@OfficePage
@RequestMapping("/audit")
class SearchPageController {

    private final SearchPages pages;
    private final AuditFiles files;
    private final Lists lists;
    private final Accounts accounts;
    private final AskedPurpose asked;

    SearchPageController(SearchPages pages, AuditFiles files, Lists lists, Accounts accounts, AskedPurpose asked) {
        this.pages = pages;
        this.files = files;
        this.lists = lists;
        this.accounts = accounts;
        this.asked = asked;
    }

    @GetMapping
    String form(HttpServletRequest request, Model model) {
        if (asked.isAskedOfCaller() && GivenPurpose.ofSession(request) == null) {
            return "redirect:/audit/purpose?back=/audit";
        }
        model.addAttribute(
                "search", new SearchForm(null, null, null, null, null, null, null, null, null, null, null, null, null));
        show(request, model);
        return "audit/search";
    }

    @PostMapping
    @LooksAt(
            value = Look.CALLBACKS,
            callback = "callbackId",
            agent = "agentId",
            list = "listId",
            sought = {"number", "externalId"},
            criteria = {"from", "to", "status", "outcome", "processVersion", "lookedAtBy"})
    String search(@ModelAttribute("search") SearchForm search, HttpServletRequest request, Model model) {
        model.addAttribute("found", pages.find(search));
        show(request, model);
        return "audit/search";
    }

    /** All that is found, as a file for people. */
    @PostMapping("/exports/{file:[a-z]+\\.[a-z]+}")
    @LooksAt(
            value = Look.EXPORT,
            callback = "callbackId",
            agent = "agentId",
            list = "listId",
            sought = {"number", "externalId"},
            criteria = {"file", "from", "to", "status", "outcome", "processVersion", "lookedAtBy"})
    void export(
            @PathVariable String file,
            @ModelAttribute("search") SearchForm search,
            Principal caller,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        files.found(file, search.request(), Spreadsheets.asker(caller, locale, request, response));
    }

    private void show(HttpServletRequest request, Model model) {
        model.addAttribute("lists", lists.all());
        model.addAttribute("people", accounts.all());
        model.addAttribute("statuses", CallbackStatus.values());
        model.addAttribute("outcomes", CallStatus.values());
        model.addAttribute("purpose", asked.isAskedOfCaller() ? GivenPurpose.ofSession(request) : null);
    }
}
