package io.ringback.office.imports;

import io.ringback.callback.Source;
import io.ringback.exchange.Imports;
import io.ringback.list.Lists;
import io.ringback.office.OfficePage;
import java.security.Principal;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Requests from a file: choose it, see what is in it, confirm, see what became of it. */
@Controller
@OfficePage
@RequestMapping("/supervision/import")
class ImportPageController {

    private final Imports imports;
    private final Lists lists;

    ImportPageController(Imports imports, Lists lists) {
        this.imports = imports;
        this.lists = lists;
    }

    @GetMapping
    String choose(Model model) {
        model.addAttribute("lists", lists.all());
        model.addAttribute("sources", Source.values());
        return "supervision/import";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Principal viewer, Model model) {
        model.addAttribute("file", imports.get(viewer.getName(), id));
        return "supervision/import-file";
    }

    /** How far it is, drawn anew. */
    @GetMapping("/{id}/state")
    String state(@PathVariable UUID id, Principal viewer, Model model) {
        model.addAttribute("file", imports.get(viewer.getName(), id));
        return "supervision/import-file :: state";
    }
}
