package io.ringback.office.auditor;

import io.ringback.account.Accounts;
import io.ringback.audit.Actor;
import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.ringback.evidence.Anchors;
import io.ringback.evidence.TrailCheck;
import io.ringback.evidence.TrailChecks;
import io.ringback.office.OfficePage;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows whether the record is as it was written, and what proves it. */
@Controller
@OfficePage
@RequestMapping("/audit/record")
class RecordPageController {

    private static final int CHECKS_SHOWN = 20;
    private static final int ANCHORS_SHOWN = 60;

    private final TrailChecks checks;
    private final Anchors anchors;
    private final Accounts accounts;

    RecordPageController(TrailChecks checks, Anchors anchors, Accounts accounts) {
        this.checks = checks;
        this.anchors = anchors;
        this.accounts = accounts;
    }

    @GetMapping
    @LooksAt(Look.RECORD)
    String page(Model model) {
        show(model);
        model.addAttribute("anchors", anchors.newest(ANCHORS_SHOWN));
        return "audit/record";
    }

    /** The part that changes while a check runs. */
    @GetMapping("/checks")
    String checks(Model model) {
        show(model);
        return "audit/record :: checks";
    }

    private void show(Model model) {
        var shown = checks.newest(CHECKS_SHOWN);
        model.addAttribute("checks", shown);
        model.addAttribute("seal", checks.sealed());
        model.addAttribute("running", shown.stream().anyMatch(check -> !check.isOver()));
        model.addAttribute("system", Actor.SYSTEM);
        model.addAttribute(
                "people", accounts.names(shown.stream().map(TrailCheck::actor).collect(Collectors.toSet())));
    }
}
