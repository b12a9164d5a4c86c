package io.ringback.office.design;

import io.ringback.account.CallerRoles;
import io.ringback.account.Role;
import io.ringback.design.migration.MigrationView;
import io.ringback.design.migration.Migrations;
import io.ringback.office.OfficePage;
import io.ringback.platform.input.PlainText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what moving open cases to another version would do, and how far those that were begun are. */
@Controller
@OfficePage
@RequestMapping("/design")
class MigrationPageController {

    private static final int PAGE = 50;
    private static final int STUCK_SHOWN = 200;

    private final Migrations migrations;
    private final MigrationPages pages;

    MigrationPageController(Migrations migrations, MigrationPages pages) {
        this.migrations = migrations;
        this.pages = pages;
    }

    /**
     * @param from without it the newest version but the last on which cases are open
     * @param to without it the newest version
     */
    @GetMapping("/{key}/migrate")
    String plan(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Authentication caller,
            Model model) {
        model.addAttribute("plan", pages.plan(key, from, to));
        model.addAttribute("maySeeCases", maySeeCases(caller));
        return "design/migrate";
    }

    @GetMapping("/migrations")
    String all(@RequestParam(required = false) @Nullable UUID after, Model model) {
        var found = migrations.page(null, after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        model.addAttribute("migrations", shown);
        model.addAttribute("next", found.size() > PAGE ? shown.get(PAGE - 1).id() : null);
        model.addAttribute("people", pages.people(shown));
        return "design/migrations";
    }

    @GetMapping("/migrations/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @PlainText(max = 64) String after,
            Authentication caller,
            Model model) {
        show(id, after, caller, model);
        return "design/migration";
    }

    /** How far it is, drawn anew. */
    @GetMapping("/migrations/{id}/state")
    String state(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @PlainText(max = 64) String after,
            Authentication caller,
            Model model) {
        show(id, after, caller, model);
        return "design/migration :: state";
    }

    private void show(UUID id, @Nullable String after, Authentication caller, Model model) {
        var migration = migrations.get(id);
        model.addAttribute("migration", migration);
        model.addAttribute("after", after);
        model.addAttribute("process", pages.name(migration));
        model.addAttribute("by", pages.person(migration.by()));
        model.addAttribute("stuck", migrations.stuck(id, after, STUCK_SHOWN));
        model.addAttribute("moves", migration.state() == MigrationView.State.RUNNING);
        model.addAttribute("mayDesign", CallerRoles.of(caller).contains(Role.DESIGNER));
        model.addAttribute("maySeeCases", maySeeCases(caller));
    }

    private static boolean maySeeCases(Authentication caller) {
        var roles = CallerRoles.of(caller);
        return roles.contains(Role.SUPERVISOR) || roles.contains(Role.AUDITOR);
    }
}
