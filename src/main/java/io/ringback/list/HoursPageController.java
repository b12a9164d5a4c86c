package io.ringback.list;

import io.ringback.account.Framed;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which supervisors set when the callers of a list may be called. */
@Controller
@Framed
class HoursPageController {

    private final HoursOfLists hours;
    private final LiveNumbers numbers;
    private final Clock clock;

    HoursPageController(HoursOfLists hours, LiveNumbers numbers, Clock clock) {
        this.hours = hours;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** @param moved after a change: how many open callbacks have got a new opening */
    @GetMapping("/supervision/lists/{id}/hours")
    String page(
            @PathVariable String id, @RequestParam(required = false) @Nullable Long moved, Locale locale, Model model) {
        var found = hours.get(id);
        model.addAttribute("page", HoursPage.of(found, numbers.of(id).openCases(), clock.instant(), locale));
        model.addAttribute("moved", moved);
        return "supervision/hours";
    }
}
