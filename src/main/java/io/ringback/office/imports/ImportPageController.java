package io.ringback.office.imports;

import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.ringback.callback.Source;
import io.ringback.exchange.ImportLayouts;
import io.ringback.exchange.ImportPreview;
import io.ringback.exchange.ImportView;
import io.ringback.exchange.Imports;
import io.ringback.list.Lists;
import io.ringback.office.OfficePage;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Requests from a file: choose it, see what is in it, confirm, see what became of it. */
@Controller
@OfficePage
@RequestMapping("/supervision/import")
class ImportPageController {

    private static final int WRONG_SHOWN = 100;
    private static final int GOOD_SHOWN = 50;

    private final Imports imports;
    private final ImportLayouts layouts;
    private final ImportPreview preview;
    private final Lists lists;

    ImportPageController(Imports imports, ImportLayouts layouts, ImportPreview preview, Lists lists) {
        this.imports = imports;
        this.layouts = layouts;
        this.preview = preview;
        this.lists = lists;
    }

    @GetMapping
    String choose(Model model) {
        model.addAttribute("lists", lists.all());
        model.addAttribute("sources", Source.values());
        return "supervision/import";
    }

    @GetMapping("/{id}")
    @LooksAt(value = Look.IMPORT, criteria = "id")
    String one(
            @PathVariable UUID id, @RequestParam(defaultValue = "0") @Min(0) int after, Principal viewer, Model model) {
        show(id, after, viewer, model);
        return "supervision/import-file";
    }

    /** How far it is, drawn anew. */
    @GetMapping("/{id}/state")
    @LooksAt(value = Look.IMPORT, criteria = "id")
    String state(
            @PathVariable UUID id, @RequestParam(defaultValue = "0") @Min(0) int after, Principal viewer, Model model) {
        show(id, after, viewer, model);
        return "supervision/import-file :: state";
    }

    private void show(UUID id, int after, Principal viewer, Model model) {
        var file = imports.get(viewer.getName(), id);
        model.addAttribute("file", file);
        model.addAttribute("after", after);
        var isStill = file.state() == ImportView.State.ASKING || file.state() == ImportView.State.CHECKED;
        if (file.open() && isStill) {
            model.addAttribute("layout", layouts.layout(viewer.getName(), id));
            model.addAttribute("wrong", layouts.wrong(viewer.getName(), id, WRONG_SHOWN));
        }
        if (file.state() == ImportView.State.CHECKED) {
            var good = preview.good(viewer.getName(), id, after, GOOD_SHOWN + 1);
            model.addAttribute("good", good.subList(0, Math.min(good.size(), GOOD_SHOWN)));
            model.addAttribute(
                    "more", good.size() > GOOD_SHOWN ? good.get(GOOD_SHOWN - 1).row() : null);
        }
    }
}
