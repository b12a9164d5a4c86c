package io.ringback.office.tasks;

import io.ringback.office.OfficePage;
import java.security.Principal;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows somebody's tasks, and one of them with its form. What is done about it goes to the API. */
@Controller
@OfficePage
@RequestMapping("/tasks")
class TaskPageController {

    private final TaskPages pages;

    TaskPageController(TaskPages pages) {
        this.pages = pages;
    }

    @GetMapping
    String all(Principal reader, Model model) {
        model.addAttribute("page", pages.list(reader.getName(), null));
        return "tasks/tasks";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Principal reader, Locale locale, Model model) {
        model.addAttribute("page", pages.list(reader.getName(), id));
        model.addAttribute("shown", pages.one(reader.getName(), id, locale));
        return "tasks/tasks";
    }

    /**
     * The part of it that stays up to date.
     *
     * @param open the task that is shown beside it
     */
    @GetMapping("/state")
    String state(@RequestParam(required = false) @Nullable UUID open, Principal reader, Model model) {
        model.addAttribute("page", pages.list(reader.getName(), open));
        return "tasks/state :: state";
    }
}
