package io.ringback.office.lists;

import io.ringback.list.HoursOfLists;
import io.ringback.list.HoursRequest;
import io.ringback.list.LiveNumbers;
import io.ringback.office.OfficePage;
import io.ringback.platform.input.FormFields;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which supervisors set when the callers of a list may be called. */
@Controller
@OfficePage
class HoursPageController {

    private final HoursOfLists hours;
    private final LiveNumbers numbers;
    private final FormFields forms;
    private final Clock clock;

    HoursPageController(HoursOfLists hours, LiveNumbers numbers, FormFields forms, Clock clock) {
        this.hours = hours;
        this.numbers = numbers;
        this.forms = forms;
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

    /** The picture of the hours as they are being entered; comes by POST, for a week may be longer than an address. */
    @PostMapping("/supervision/lists/{id}/hours/_picture")
    String picture(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> entered, Locale locale, Model model) {
        hours.get(id);
        var fields = new HashMap<String, String[]>();
        entered.forEach((name, values) -> fields.put(name, values.toArray(String[]::new)));
        var week = forms.checked(HoursRequest.class, fields).times();
        model.addAttribute("picture", WeekPicture.of(week, locale));
        return "supervision/hours-picture :: picture";
    }
}
