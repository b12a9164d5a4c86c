package io.ringback.office.auditor;

import io.ringback.account.Accounts;
import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.ringback.evidence.CaseProofs;
import io.ringback.office.OfficePage;
import java.security.Principal;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What has happened to one callback, and the way it has gone, in the drawing of its very version. */
@Controller
@OfficePage
class AuditedCasePageController {

    private final AuditedCasePages pages;
    private final CaseProofs proofs;
    private final Accounts accounts;
    private final Clock clock;

    AuditedCasePageController(AuditedCasePages pages, CaseProofs proofs, Accounts accounts, Clock clock) {
        this.pages = pages;
        this.proofs = proofs;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/audit/callbacks/{id}")
    @LooksAt(value = Look.CALLBACK, callback = "id")
    String one(@PathVariable UUID id, Locale locale, Model model) {
        model.addAttribute("audited", pages.of(id, locale));
        return "audit/case";
    }

    /** The same with what proves it, to be printed or kept as a PDF. */
    @GetMapping("/audit/callbacks/{id}/print")
    @LooksAt(value = Look.EXPORT, callback = "id")
    String print(@PathVariable UUID id, Principal reader, Locale locale, Model model) {
        model.addAttribute("audited", pages.of(id, locale));
        model.addAttribute("proof", proofs.of(id));
        model.addAttribute("printedAt", clock.instant());
        model.addAttribute(
                "printedBy", accounts.names(Set.of(reader.getName())).getOrDefault(reader.getName(), reader.getName()));
        return "audit/case";
    }
}
