package io.ringback.office.board;

import io.ringback.list.Lists;
import io.ringback.office.OfficePage;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Charts of the last 24 hours and 14 days. */
@Controller
@OfficePage
class ChartPageController {

    private final Charts charts;
    private final Lists lists;

    ChartPageController(Charts charts, Lists lists) {
        this.charts = charts;
        this.lists = lists;
    }

    @GetMapping("/supervision/charts")
    String ofAll(Locale locale, Model model) {
        model.addAttribute("page", ChartPage.of(null, null, charts.ofAll(), locale));
        return "board/charts";
    }

    @GetMapping("/supervision/lists/{id}/charts")
    String ofList(@PathVariable String id, Locale locale, Model model) {
        var list = lists.get(id);
        model.addAttribute("page", ChartPage.of(list.id(), list.name(), charts.of(id), locale));
        return "board/charts";
    }
}
