package io.ringback.office.operations;

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

    OperationsPageController(OperationsPages pages) {
        this.pages = pages;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("operations", pages.now());
        return "operations/operations";
    }

    /** The part of it that stays up to date. */
    @GetMapping("/state")
    String state(Model model) {
        model.addAttribute("operations", pages.now());
        return "operations/state :: state";
    }
}
