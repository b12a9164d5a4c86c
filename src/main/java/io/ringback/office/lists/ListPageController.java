package io.ringback.office.lists;

import io.ringback.list.ArchivedList;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.list.LiveNumbers;
import io.ringback.office.OfficePage;
import io.ringback.platform.problem.NotFound;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the callback lists. They only show; what is done on them goes to the API. */
@Controller
@OfficePage
@RequestMapping("/supervision/lists")
class ListPageController {

    private final Lists lists;
    private final LiveNumbers numbers;
    private final ListForms forms;
    private final ListPreviews previews;
    private final ListParts parts;

    ListPageController(Lists lists, LiveNumbers numbers, ListForms forms, ListPreviews previews, ListParts parts) {
        this.lists = lists;
        this.numbers = numbers;
        this.forms = forms;
        this.previews = previews;
        this.parts = parts;
    }

    @GetMapping
    String all(@ModelAttribute("query") ListsQuery query, Model model) {
        showAll(query, model);
        return "supervision/lists";
    }

    /** The tables alone, as they are now. */
    @GetMapping("/_all")
    String allNow(@ModelAttribute("query") ListsQuery query, Model model) {
        showAll(query, model);
        return "supervision/lists :: all";
    }

    @GetMapping("/new")
    String newList(Locale locale, Model model) {
        var form = forms.forNew(locale);
        model.addAttribute("form", form);
        model.addAttribute("list", form.list());
        model.addAttribute("preview", previews.of(form.list(), null, locale));
        return "supervision/list-new";
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean joining,
            @RequestParam(required = false) @Nullable Long after,
            Authentication caller,
            Locale locale,
            Model model) {
        var list = lists.find(id);
        if (list.isEmpty()) {
            return archived(id, locale, model);
        }
        parts.now(list.get(), model);
        parts.users(list.get(), caller, locale, model);
        parts.history(id, joining, after, locale, model);
        model.addAttribute("form", forms.of(list.get(), locale));
        model.addAttribute("preview", previews.of(list.get(), null, locale));
        return "supervision/list";
    }

    private String archived(String id, Locale locale, Model model) {
        var archived = lists.archived(id)
                .orElseThrow(() -> new NotFound("There is no list with the id \"%s\".".formatted(id)));
        model.addAttribute("archived", archived);
        parts.history(id, false, null, locale, model);
        return "supervision/list-archived";
    }

    private void showAll(ListsQuery query, Model model) {
        var all = lists.all();
        var counted = numbers.of(all.stream().map(CallbackList::id).toList());
        model.addAttribute("part", query.of(all, counted));
        model.addAttribute("numbers", counted);
        model.addAttribute("orders", ListsQuery.ORDERS);
        model.addAttribute("archived", query.showsArchived() ? archived(query) : List.of());
    }

    private List<ArchivedList> archived(ListsQuery query) {
        return lists.archived().stream()
                .filter(each -> query.finds(each.list()))
                .toList();
    }
}
