package io.ringback.office.design;

import io.ringback.account.CallerRoles;
import io.ringback.account.Role;
import io.ringback.design.Bringing;
import io.ringback.design.DeployedModel;
import io.ringback.design.DeployedVersions;
import io.ringback.design.KindOfModel;
import io.ringback.office.OfficePage;
import io.ringback.office.PageOfRows;
import io.ringback.platform.input.PlainText;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the deployed processes, decisions and forms: all of them, one version, and two beside each other. */
@Controller
@OfficePage
@RequestMapping("/design")
class ModelPageController {

    private static final int PAGE = 50;
    private static final int VERSIONS = 20;

    private final DeployedVersions versions;
    private final ModelPages pages;
    private final Bringing bringing;

    ModelPageController(DeployedVersions versions, ModelPages pages, Bringing bringing) {
        this.versions = versions;
        this.pages = pages;
        this.bringing = bringing;
    }

    @GetMapping
    String all(@ModelAttribute("query") ModelsQuery query, Authentication caller, Model model) {
        var found = versions.newest().stream()
                .filter(query::finds)
                .sorted(Comparator.comparing(DeployedModel::kind)
                        .thenComparing(one -> one.name().toLowerCase(Locale.ROOT))
                        .thenComparing(DeployedModel::key))
                .toList();
        var part = PageOfRows.of(found, query.number(), PAGE);
        model.addAttribute("part", part);
        model.addAttribute("people", pages.people(part.rows()));
        model.addAttribute("kinds", KindOfModel.values());
        model.addAttribute(
                "open", versions.withOpenInstances().stream().collect(Collectors.groupingBy(DeployedModel::key)));
        model.addAttribute("waiting", pages.waiting());
        model.addAttribute("drafts", pages.drafts(caller.getName()));
        model.addAttribute("mayDesign", mayDesign(caller));
        return "design/models";
    }

    @GetMapping("/{key}/versions/{version}")
    String version(
            @PathVariable String key,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable @PlainText(max = 5) String page,
            Authentication caller,
            Model model) {
        var shown = versions.one(key, version);
        show(model, versions.all(key), page);
        model.addAttribute("shown", shown);
        model.addAttribute(
                "elements", shown.kind() == KindOfModel.PROCESS ? versions.elements(key, version) : List.of());
        model.addAttribute("mayDesign", mayDesign(caller));
        model.addAttribute("approval", bringing.needsApproval());
        return "design/version";
    }

    /**
     * Two versions beside each other.
     *
     * @param from the number of the earlier version; without it the one before
     * @param to the number of the later version, or {@code draft:} and the id of a draft; without it the newest
     */
    @GetMapping("/{key}/compare")
    String compare(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable @PlainText(max = 60) String to,
            Model model) {
        var all = versions.all(key);
        model.addAttribute("all", all);
        model.addAttribute("newest", all.get(0));
        model.addAttribute("sides", pages.sides(all, from, to));
        return "design/compare";
    }

    private void show(Model model, List<DeployedModel> all, @Nullable String page) {
        var part = PageOfRows.of(all, PageOfRows.number(page), VERSIONS);
        model.addAttribute("newest", all.get(0));
        model.addAttribute("part", part);
        model.addAttribute("people", pages.people(all));
    }

    private static boolean mayDesign(Authentication caller) {
        return CallerRoles.of(caller).contains(Role.DESIGNER);
    }
}
