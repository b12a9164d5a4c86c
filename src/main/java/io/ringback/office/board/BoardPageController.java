package io.ringback.office.board;

import io.ringback.account.CallerRoles;
import io.ringback.account.Role;
import io.ringback.office.OfficePage;
import io.ringback.presence.AwayReasons;
import java.time.Clock;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The board. It only shows: stopping an agent goes to the API, after which the live part is read again. */
@Controller
@OfficePage
class BoardPageController {

    private final Boards boards;
    private final AwayReasons reasons;
    private final Clock clock;

    BoardPageController(Boards boards, AwayReasons reasons, Clock clock) {
        this.boards = boards;
        this.reasons = reasons;
        this.clock = clock;
    }

    @GetMapping("/supervision")
    String board(@ModelAttribute("query") BoardQuery query, Authentication viewer, Locale locale, Model model) {
        show(query, viewer, locale, model);
        return "board/board";
    }

    /** The part that is live. */
    @GetMapping("/supervision/board/state")
    String state(@ModelAttribute("query") BoardQuery query, Authentication viewer, Locale locale, Model model) {
        show(query, viewer, locale, model);
        return "board/state :: state";
    }

    private void show(BoardQuery query, Authentication viewer, Locale locale, Model model) {
        var board = boards.now();
        model.addAttribute(
                "page", BoardPage.of(board, query, reasons.names(locale), clock.instant(), isSupervisor(viewer)));
    }

    private static boolean isSupervisor(Authentication viewer) {
        return CallerRoles.of(viewer).contains(Role.SUPERVISOR);
    }
}
