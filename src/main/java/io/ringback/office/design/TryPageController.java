package io.ringback.office.design;

import io.ringback.design.DeployedVersions;
import io.ringback.design.Draft;
import io.ringback.design.Drafts;
import io.ringback.list.CaseProcesses;
import io.ringback.list.Lists;
import io.ringback.office.OfficePage;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows where a draft, or a deployed version, is tried. The playing itself is the API's. */
@Controller
@OfficePage
@RequestMapping("/design")
class TryPageController {

    private final Drafts drafts;
    private final DeployedVersions versions;
    private final Lists lists;

    TryPageController(Drafts drafts, DeployedVersions versions, Lists lists) {
        this.drafts = drafts;
        this.versions = versions;
        this.lists = lists;
    }

    /**
     * A file that can be played.
     *
     * @param address of its content
     */
    record Playable(String file, String address) {

        static Playable of(Draft draft) {
            return new Playable(draft.file(), FileAddresses.ofDraft(draft.id()));
        }

        static Playable of(String key, int version, String file) {
            return new Playable(file, FileAddresses.ofVersion(key, version));
        }
    }

    @GetMapping("/drafts/{id}/try")
    String draft(@PathVariable UUID id, Model model, Principal caller) {
        var draft = drafts.get(id);
        model.addAttribute("tried", draft.file());
        model.addAttribute("back", "/design/drafts/" + id);
        model.addAttribute("isDraft", true);
        model.addAttribute("played", Playable.of(draft));
        model.addAttribute("others", othersOf(draft, caller.getName()));
        return page(model);
    }

    @GetMapping("/{key}/versions/{version}/try")
    String version(@PathVariable String key, @PathVariable int version, Model model, Principal caller) {
        var shown = versions.one(key, version);
        model.addAttribute("tried", shown.name());
        model.addAttribute("back", "/design/%s/versions/%s".formatted(key, version));
        model.addAttribute("played", Playable.of(key, version, shown.file()));
        model.addAttribute(
                "others", drafts.of(caller.getName()).stream().map(Playable::of).toList());
        return page(model);
    }

    private String page(Model model) {
        var newest = versions.all(CaseProcesses.USUAL).get(0);
        model.addAttribute("usual", Playable.of(CaseProcesses.USUAL, newest.version(), newest.file()));
        model.addAttribute("lists", lists.all());
        return "design/try";
    }

    /** Those that the designer may want to play together with it. */
    private List<Playable> othersOf(Draft played, String designer) {
        return drafts.of(designer).stream()
                .filter(draft -> !draft.file().equals(played.file()))
                .map(Playable::of)
                .toList();
    }
}
