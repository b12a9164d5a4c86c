package io.ringback.office.board;

import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.office.OfficePage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Charts of the last 24 hours and 14 days. */
@Controller
@OfficePage
class ChartPageController {

    private final Charts charts;
    private final Reasons reasons;
    private final Lists lists;
    private final Clock clock;

    ChartPageController(Charts charts, Reasons reasons, Lists lists, Clock clock) {
        this.charts = charts;
        this.reasons = reasons;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/supervision/charts")
    String ofAll(Locale locale, Model model) {
        show(null, null, charts.ofAll(), locale, model);
        return "board/charts";
    }

    @GetMapping("/supervision/lists/{id}/charts")
    String ofList(@PathVariable String id, Locale locale, Model model) {
        var list = lists.get(id);
        show(list.id(), list.name(), charts.of(id), locale, model);
        return "board/charts";
    }

    /** How the calls of the last 24 hours were classified, for the board. */
    @GetMapping("/supervision/reasons")
    String reasons(Locale locale, Model model) {
        var now = clock.instant();
        model.addAttribute("reasons", reasons.of(allLists(), now.minus(Duration.ofHours(24)), now, locale));
        return "board/reasons :: reasons(listId=null)";
    }

    private void show(
            @Nullable String listId, @Nullable String name, Charts.ChartData data, Locale locale, Model model) {
        var ids = listId == null ? allLists() : List.of(listId);
        model.addAttribute("page", ChartPage.of(listId, name, data, locale));
        model.addAttribute(
                "reasonsOf",
                Map.of("hours", within(ids, data.hours(), locale), "days", within(ids, data.days(), locale)));
    }

    private List<Reasons.OfField> within(List<String> ids, List<ChartLine> lines, Locale locale) {
        return reasons.of(ids, lines.get(0).from(), lines.get(lines.size() - 1).to(), locale);
    }

    private List<String> allLists() {
        return lists.all().stream().map(CallbackList::id).toList();
    }
}
