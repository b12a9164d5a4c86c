package io.ringback.office.design;

import io.ringback.account.Accounts;
import io.ringback.account.CallerRoles;
import io.ringback.account.Role;
import io.ringback.design.Approvals;
import io.ringback.design.WaitingDeployment;
import io.ringback.office.OfficePage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows which deployments wait for a second person, and what is in them. What is decided goes to the API. */
@Controller
@OfficePage
@RequestMapping("/design/approvals")
class ApprovalPageController {

    private static final Set<Role> DECIDING = EnumSet.of(Role.DESIGNER, Role.ADMIN);

    private final Approvals approvals;
    private final Accounts accounts;

    ApprovalPageController(Approvals approvals, Accounts accounts) {
        this.approvals = approvals;
        this.accounts = accounts;
    }

    @GetMapping
    String page(Model model, Authentication caller) {
        show(approvals.waiting(), model, caller);
        return "design/approvals";
    }

    /** The part of it that stays up to date. */
    @GetMapping("/_list")
    String list(Model model, Authentication caller) {
        show(approvals.waiting(), model, caller);
        return "design/approval-list :: list";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Model model, Authentication caller) {
        var waiting = approvals.get(id);
        show(List.of(waiting), model, caller);
        model.addAttribute("serving", approvals.serving(waiting));
        return "design/approval";
    }

    private void show(List<WaitingDeployment> waiting, Model model, Authentication caller) {
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                "people",
                accounts.names(
                        waiting.stream().map(WaitingDeployment::requestedBy).collect(Collectors.toSet())));
        model.addAttribute("me", caller.getName());
        var roles = CallerRoles.of(caller);
        model.addAttribute("mayDecide", roles.stream().anyMatch(DECIDING::contains));
        model.addAttribute("mayDesign", roles.contains(Role.DESIGNER));
    }
}
