package io.ringback.office.erasure;

import io.ringback.account.Accounts;
import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.ringback.erasure.Erasures;
import io.ringback.erasure.PastErasure;
import io.ringback.erasure.SubjectExports;
import io.ringback.list.Lists;
import io.ringback.office.OfficePage;
import io.ringback.platform.input.PlainText;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.InvalidField;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Forgets callers in two steps: what would go, and then that it goes. The number stands in no address. */
@Controller
@OfficePage
@RequestMapping("/admin/erasures")
class ErasurePageController {

    private static final String NUMBER = "phoneNumber";

    /** Refusals with words of their own. */
    private static final Set<String> WORDED = Set.of("AMBIGUOUS_NUMBER", "NAMES_CALLER");

    private final Erasures erasures;
    private final SubjectExports exports;
    private final Accounts accounts;
    private final Lists lists;

    ErasurePageController(Erasures erasures, SubjectExports exports, Accounts accounts, Lists lists) {
        this.erasures = erasures;
        this.exports = exports;
        this.accounts = accounts;
        this.lists = lists;
    }

    @GetMapping
    String page(Model model) {
        var past = erasures.past();
        model.addAttribute("past", past);
        model.addAttribute(
                "names", accounts.names(past.stream().map(PastErasure::askedBy).toList()));
        return "audit/erasures";
    }

    @PostMapping("/preview")
    String preview(
            @RequestParam @NotBlank @PlainText(max = 64) String phoneNumber,
            @RequestParam @NotBlank @PlainText(max = 500) String reason,
            Model model) {
        return preview(phoneNumber, reason, false, model);
    }

    /** Only what was previewed. */
    @PostMapping("/erase")
    String erase(
            @RequestParam @NotBlank @PlainText(max = 64) String phoneNumber,
            @RequestParam @NotBlank @PlainText(max = 500) String reason,
            @RequestParam @NotBlank @PlainText(max = 64) String previewed,
            Model model) {
        try {
            var erased = erasures.erase(phoneNumber, reason, previewed);
            model.addAttribute("erased", erased);
            model.addAttribute("names", accounts.names(List.of(erased.by())));
            return "audit/erasures :: receipt";
        } catch (Conflict changed) {
            return preview(phoneNumber, reason, true, model);
        }
    }

    @PostMapping("/export")
    @LooksAt(value = Look.SUBJECT, sought = NUMBER)
    void export(
            @RequestParam @NotBlank @PlainText(max = 64) String phoneNumber,
            @RequestParam @NotBlank @PlainText(max = 500) String reason,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        exports.answer(phoneNumber, reason, request, response);
    }

    /** @param changed whether there is more or less than was shown before */
    private String preview(String phoneNumber, String reason, boolean changed, Model model) {
        try {
            model.addAttribute("found", erasures.preview(phoneNumber, reason));
            model.addAttribute("lists", lists.names());
        } catch (InvalidField refused) {
            var code = refused.errors().get(0).code();
            model.addAttribute("refused", code != null && WORDED.contains(code) ? code : "NUMBER");
            return "audit/erasures :: refused";
        }
        model.addAttribute(NUMBER, phoneNumber);
        model.addAttribute("reason", reason);
        model.addAttribute("changed", changed);
        return "audit/erasures :: preview";
    }
}
