package io.ringback.office.board;

import io.ringback.office.OfficePage;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The board for a big screen on the wall: nothing to click, always up to date. */
@Controller
@OfficePage
@RequestMapping("/supervision/wallboard")
class WallboardController {

    private final Boards boards;
    private final Clock clock;

    WallboardController(Boards boards, Clock clock) {
        this.boards = boards;
        this.clock = clock;
    }

    @GetMapping
    String wallboard(@RequestParam(required = false) @Nullable String lists, Model model) {
        show(lists, model);
        return "board/wallboard";
    }

    /** The part that is live. */
    @GetMapping("/state")
    String state(@RequestParam(required = false) @Nullable String lists, Model model) {
        show(lists, model);
        return "board/wallboard :: state";
    }

    private void show(@Nullable String lists, Model model) {
        var board = boards.now();
        model.addAttribute("wall", Wallboard.of(board, lists, clock.instant()));
    }
}
