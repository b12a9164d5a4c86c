package io.ringback.office.auditor;

import io.ringback.account.Account;
import io.ringback.account.Accounts;
import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.ringback.auditor.AuditFiles;
import io.ringback.auditor.Reads;
import io.ringback.list.Lists;
import io.ringback.office.OfficePage;
import io.ringback.platform.problem.InvalidField;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who has looked at a callback, at an agent or for a number. */
@Controller
@OfficePage
@RequestMapping("/audit/reads")
class ReadsPageController {

    private final Reads reads;
    private final AuditFiles files;
    private final Accounts accounts;
    private final Lists lists;

    ReadsPageController(Reads reads, AuditFiles files, Accounts accounts, Lists lists) {
        this.reads = reads;
        this.files = files;
        this.accounts = accounts;
        this.lists = lists;
    }

    /** Led to from a callback or an agent; a number comes with a POST only. */
    @GetMapping
    @LooksAt(value = Look.READS, callback = "callbackId", agent = "agentId", sought = "reader")
    String one(@ModelAttribute("search") ReadsForm search, Model model) {
        return show(new ReadsForm(null, search.callbackId(), search.agentId(), search.reader(), search.after()), model);
    }

    @PostMapping
    @LooksAt(
            value = Look.READS,
            callback = "callbackId",
            agent = "agentId",
            sought = {"number", "reader"})
    String search(@ModelAttribute("search") ReadsForm search, Model model) {
        return show(search, model);
    }

    /** All that is found, as a file for people. */
    @PostMapping("/{file:[a-z]+\\.[a-z]+}")
    @LooksAt(
            value = Look.EXPORT,
            callback = "callbackId",
            agent = "agentId",
            sought = {"number", "reader"},
            criteria = "file")
    void export(
            @PathVariable String file,
            @ModelAttribute("search") ReadsForm search,
            Principal caller,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        files.reads(file, search.request(), Spreadsheets.asker(caller, locale, request, response));
    }

    private String show(ReadsForm search, Model model) {
        model.addAttribute("search", search);
        model.addAttribute("people", accounts.all());
        model.addAttribute("names", accounts.all().stream().collect(Collectors.toMap(Account::id, Account::name)));
        model.addAttribute("lists", lists.names());
        try {
            model.addAttribute("found", reads.find(search.request()));
        } catch (InvalidField refused) {
            model.addAttribute("found", new Reads.Page(List.of(), null));
            model.addAttribute("refused", refused.errors().get(0).field());
        }
        return "audit/reads";
    }
}
