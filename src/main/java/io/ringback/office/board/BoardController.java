package io.ringback.office.board;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The board for programs. */
@RestController
class BoardController {

    private final Boards boards;

    BoardController(Boards boards) {
        this.boards = boards;
    }

    /** The numbers of all lists, and what each agent is doing; at most a second old, {@code at} says since when. */
    @GetMapping("/api/v1/board")
    Board board() {
        return boards.now();
    }
}
