package io.ringback.office.lists;

import io.ringback.list.CallbackList;
import io.ringback.list.ListRequest;
import io.ringback.list.Lists;
import io.ringback.platform.input.FormFields;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Parts of the page of a list, drawn again; what is being entered comes as the fields of the form. */
@Controller
@RequestMapping("/supervision/lists")
class ListPartController {

    private final Lists lists;
    private final ListParts parts;
    private final ListPreviews previews;
    private final ListHistory history;
    private final SettingWords words;
    private final FormFields forms;
    private final Clock clock;

    ListPartController(
            Lists lists,
            ListParts parts,
            ListPreviews previews,
            ListHistory history,
            SettingWords words,
            FormFields forms,
            Clock clock) {
        this.lists = lists;
        this.parts = parts;
        this.previews = previews;
        this.history = history;
        this.words = words;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/{id}/_now")
    String now(@PathVariable String id, Model model) {
        parts.now(lists.get(id), model);
        return "supervision/list-parts :: now";
    }

    @GetMapping("/{id}/_archive")
    String archive(@PathVariable String id, Model model) {
        parts.now(lists.get(id), model);
        return "supervision/list-parts :: archive";
    }

    @GetMapping("/{id}/_users")
    String users(@PathVariable String id, Authentication caller, Locale locale, Model model) {
        parts.users(lists.get(id), caller, locale, model);
        return "supervision/list-parts :: users";
    }

    /** Who could be added to its users, as somebody types. */
    @GetMapping("/{id}/_others")
    String others(@PathVariable String id, @RequestParam(defaultValue = "") String find, Locale locale, Model model) {
        parts.others(lists.get(id), find, locale, model);
        return "supervision/list-parts :: others";
    }

    @GetMapping("/{id}/_history")
    String history(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean joining,
            @RequestParam(required = false) @Nullable Long after,
            Locale locale,
            Model model) {
        parts.history(id, joining, after, locale, model);
        return "supervision/list-parts :: history";
    }

    /** What would become of requests under the settings that somebody is entering. */
    @GetMapping("/_preview")
    String preview(
            @RequestParam(required = false) @Nullable LocalDateTime at,
            @RequestParam MultiValueMap<String, String> entered,
            Locale locale,
            Model model) {
        var list = lists.proposed(ListPreviewController.asList(settings(entered)));
        model.addAttribute("preview", previews.of(list, own(at, list), locale));
        return "supervision/list-preview :: preview";
    }

    /** What somebody else has saved meanwhile, beside what was to be saved. */
    @GetMapping("/{id}/_conflict")
    String conflict(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> entered, Locale locale, Model model) {
        var saved = lists.get(id);
        var mine = settings(entered).asList(id, saved.version());
        model.addAttribute(
                "conflict", ListConflict.between(saved, mine, words, history.lastChange(id, locale), locale));
        return "supervision/list-conflict :: conflict";
    }

    /** A list has a name only in the end. */
    private ListRequest settings(MultiValueMap<String, String> entered) {
        var fields = new HashMap<String, String[]>();
        entered.forEach((name, values) -> fields.put(name, values.toArray(String[]::new)));
        if (entered.getFirst("name") == null || entered.getFirst("name").isBlank()) {
            fields.put("name", new String[] {"-"});
        }
        return forms.checked(ListRequest.class, fields);
    }

    private @Nullable Instant own(@Nullable LocalDateTime at, CallbackList list) {
        if (at == null) {
            return null;
        }
        var instant = at.atZone(list.zone()).toInstant();
        ListPreviewController.checkNear(instant, clock.instant());
        return instant;
    }
}
