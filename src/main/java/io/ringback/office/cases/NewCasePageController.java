package io.ringback.office.cases;

import io.ringback.list.Lists;
import io.ringback.office.OfficePage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form by which a supervisor enters a request, sent to the same door as those of other systems. */
@Controller
@OfficePage
class NewCasePageController {

    /** What the door may find wrong with a request, in words of the page's language. */
    private static final List<String> REFUSALS = List.of(
            "UNKNOWN_LIST",
            "NOT_A_NUMBER",
            "IMPOSSIBLE_NUMBER",
            "WITHHELD_NUMBER",
            "SHORT_NUMBER",
            "SPECIAL_NUMBER",
            "AMBIGUOUS_NUMBER",
            "SEVERAL_NUMBERS",
            "EXTENSION",
            "SPREADSHEET_NUMBER",
            "IN_THE_PAST",
            "AFTER_EXPIRY",
            "BEFORE_OPENING",
            "TOO_FAR_AHEAD",
            "EXTERNAL_ID_USED",
            "EXTERNAL_ID_OF_ANOTHER_LIST",
            "EXTERNAL_ID_OF_ANOTHER_NUMBER");

    private final Lists lists;

    NewCasePageController(Lists lists) {
        this.lists = lists;
    }

    @GetMapping("/supervision/cases/new")
    String form(@RequestParam(required = false) @Nullable String listId, Model model) {
        model.addAttribute("lists", lists.all());
        model.addAttribute("listId", listId);
        model.addAttribute("key", UUID.randomUUID());
        model.addAttribute("codes", REFUSALS);
        return "supervision/case-new";
    }
}
