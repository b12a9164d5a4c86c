package io.ringback.office.design;

import io.ringback.account.CallerRoles;
import io.ringback.account.Role;
import io.ringback.design.DeployedVersions;
import io.ringback.design.DraftViews;
import io.ringback.office.OfficePage;
import io.ringback.platform.problem.NotFound;
import java.util.UUID;
import org.springframework.security.core.Authentication;
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

    DraftPageController(DraftViews drafts, DeployedVersions versions) {
        this.drafts = drafts;
        this.versions = versions;
    }

    @GetMapping
    String page(Model model, Authentication caller) {
        show(model, caller);
        model.addAttribute("models", versions.newest());
        return "design/drafts";
    }

    /** The tables of it, to stay up to date. */
    @GetMapping("/_table")
    String table(Model model, Authentication caller) {
        show(model, caller);
        return "design/draft-table :: tables";
    }

    private void show(Model model, Authentication caller) {
        var all = drafts.all();
        var me = caller.getName();
        model.addAttribute(
                "mine", all.stream().filter(draft -> draft.ownerId().equals(me)).toList());
        model.addAttribute(
                "theirs",
                all.stream().filter(draft -> !draft.ownerId().equals(me)).toList());
        model.addAttribute("deleted", drafts.deletedOf(me));
        model.addAttribute("mayWrite", mayWrite(caller));
    }

    @GetMapping("/{id}")
    String editor(@PathVariable UUID id, Model model, Authentication caller) {
        var draft = drafts.find(id).orElseThrow(() -> new NotFound("There is no draft with this id."));
        model.addAttribute("draft", draft);
        model.addAttribute("mayWrite", mayWrite(caller));
        model.addAttribute("isMine", draft.ownerId().equals(caller.getName()) && mayWrite(caller));
        return "design/draft";
    }

    private static boolean mayWrite(Authentication caller) {
        return CallerRoles.of(caller).contains(Role.DESIGNER);
    }
}
