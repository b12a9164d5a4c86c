package io.ringback.office.operations;

import io.ringback.design.Approvals;
import io.ringback.design.Bringing;
import io.ringback.office.OfficePage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows how the server is, and what has failed. What is done about it goes to the API. */
@Controller
@OfficePage
@RequestMapping("/admin/operations")
class OperationsPageController {

    private final OperationsPages pages;
    private final Approvals approvals;
    private final Bringing bringing;

    OperationsPageController(OperationsPages pages, Approvals approvals, Bringing bringing) {
        this.pages = pages;
        this.approvals = approvals;
        this.bringing = bringing;
    }

    @GetMapping
    String page(Model model) {
        show(model);
        return "operations/operations";
    }

    /** The part of it that stays up to date. */
    @GetMapping("/state")
    String state(Model model) {
        show(model);
        return "operations/state :: state";
    }

    private void show(Model model) {
        var waiting = approvals.count();
        model.addAttribute("operations", pages.now());
        model.addAttribute("approvals", waiting);
        model.addAttribute("approving", waiting > 0 || bringing.needsApproval());
    }
}
