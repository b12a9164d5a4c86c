package io.ringback.office.design;

import io.ringback.design.Approvals;
import io.ringback.design.Bringing;
import io.ringback.design.DraftState;
import io.ringback.design.DraftView;
import io.ringback.design.DraftViews;
import io.ringback.design.ModelFinding;
import io.ringback.design.ModelText;
import io.ringback.office.OfficePage;
import io.ringback.platform.input.PlainText;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.NotFound;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what a draft would be deployed as, and what the check says of it. What is deployed goes to the API. */
@Controller
@OfficePage
@RequestMapping("/design/drafts/{id}/deploy")
class DeployPageController {

    private final DraftViews drafts;
    private final Bringing bringing;
    private final Approvals approvals;

    DeployPageController(DraftViews drafts, Bringing bringing, Approvals approvals) {
        this.drafts = drafts;
        this.bringing = bringing;
        this.approvals = approvals;
    }

    @GetMapping
    String page(@PathVariable UUID id, Model model, Principal signedIn) {
        var draft = own(id, signedIn);
        model.addAttribute("draft", draft);
        model.addAttribute("serving", approvals.serving(draft.file()).orElse(null));
        model.addAttribute("others", othersOf(draft));
        model.addAttribute("approval", bringing.needsApproval());
        return "design/deploy";
    }

    /**
     * What the check says of it.
     *
     * @param others ids of further drafts that go along, separated by commas
     */
    @GetMapping("/_findings")
    String findings(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @PlainText(max = 2000) String others,
            Model model,
            Principal signedIn) {
        own(id, signedIn);
        var together = new ArrayList<>(List.of(id));
        together.addAll(ids(others));
        var found = bringing.check(together);
        model.addAttribute("found", found);
        model.addAttribute(
                "errors",
                found.checked().findings().stream()
                        .filter(ModelFinding::isError)
                        .count());
        return "design/deploy-findings :: findings";
    }

    private DraftView own(UUID id, Principal signedIn) {
        return drafts.find(id)
                .filter(draft -> draft.ownerId().equals(signedIn.getName()))
                .orElseThrow(() -> new NotFound("There is no draft of yours with this id."));
    }

    private List<DraftView> othersOf(DraftView draft) {
        return drafts.all().stream()
                .filter(other -> other.ownerId().equals(draft.ownerId()) && other.state() == DraftState.DRAFT)
                .filter(other -> !other.id().equals(draft.id()) && !other.file().equals(draft.file()))
                .limit(ModelText.MOST - 1)
                .toList();
    }

    private static List<UUID> ids(@Nullable String others) {
        var ids = new ArrayList<UUID>();
        for (var one : others == null ? new String[0] : others.split(",")) {
            try {
                ids.add(UUID.fromString(one));
            } catch (IllegalArgumentException notAnId) {
                throw new InvalidField("others", "must be ids of drafts, separated by commas");
            }
        }
        if (ids.size() > ModelText.MOST) {
            throw new InvalidField("others", "must be at most %s".formatted(ModelText.MOST));
        }
        return ids;
    }
}
