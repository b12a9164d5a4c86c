package io.ringback.office.design;

import io.ringback.account.Accounts;
import io.ringback.account.Role;
import io.ringback.design.DeployedVersions;
import io.ringback.design.DraftViews;
import io.ringback.office.OfficePage;
import io.ringback.platform.problem.NotFound;
import java.security.Principal;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The drafts, and the editor of one. Both only show; what they change goes to the API. */
@Controller
@OfficePage
@RequestMapping("/design/drafts")
class DraftPageController {

    private final DraftViews drafts;
    private final DeployedVersions versions;
    private final Accounts accounts;

    DraftPageController(DraftViews drafts, DeployedVersions versions, Accounts accounts) {
        this.drafts = drafts;
        this.versions = versions;
        this.accounts = accounts;
    }

    @GetMapping
    String page(Model model, Principal signedIn) {
        show(model, signedIn);
        model.addAttribute("models", versions.newest());
        return "design/drafts";
    }

    /** The tables of it, to stay up to date. */
    @GetMapping("/_table")
    String table(Model model, Principal signedIn) {
        show(model, signedIn);
        return "design/draft-table :: tables";
    }

    private void show(Model model, Principal signedIn) {
        var all = drafts.all();
        var me = signedIn.getName();
        model.addAttribute(
                "mine", all.stream().filter(draft -> draft.ownerId().equals(me)).toList());
        model.addAttribute(
                "theirs",
                all.stream().filter(draft -> !draft.ownerId().equals(me)).toList());
        model.addAttribute("deleted", drafts.deletedOf(me));
        model.addAttribute("mayWrite", mayWrite(me));
    }

    @GetMapping("/{id}")
    String editor(@PathVariable UUID id, Model model, Principal signedIn) {
        var draft = drafts.find(id).orElseThrow(() -> new NotFound("There is no draft with this id."));
        model.addAttribute("draft", draft);
        model.addAttribute("mayWrite", mayWrite(signedIn.getName()));
        model.addAttribute("isMine", draft.ownerId().equals(signedIn.getName()) && mayWrite(signedIn.getName()));
        return "design/draft";
    }

    private boolean mayWrite(String id) {
        return accounts.find(id).filter(account -> account.has(Role.DESIGNER)).isPresent();
    }
}
