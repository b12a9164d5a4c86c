package io.ringback.office.board;

import io.ringback.office.PageOfRows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody wants to see of the board. Whatever is not understood is taken for the usual choice: addresses of the
 * board are kept as bookmarks.
 *
 * @param q part of a name or an id of a list or an agent
 * @param show which lists: {@code all}, {@code open} with open cases, {@code trouble} with overdue or set-aside ones
 * @param sort of the lists: {@code trouble} first, or by {@code name}
 * @param who which agents: {@code all}, {@code there}, {@code receiving} or {@code away}
 * @param lists the page of the lists, from 1
 * @param agents the page of the agents, from 1
 */
record BoardQuery(
        @Nullable String q,
        @Nullable String show,
        @Nullable String sort,
        @Nullable String who,
        @Nullable String lists,
        @Nullable String agents) {

    public String text() {
        return q == null ? "" : q.strip();
    }

    boolean finds(String id, String name) {
        return PageOfRows.finds(text(), id, name);
    }

    public String shown() {
        return choice(show, "all", "open", "trouble");
    }

    public String sorted() {
        return choice(sort, "trouble", "name");
    }

    public String people() {
        return choice(who, "all", "there", "receiving", "away");
    }

    int listPage() {
        return PageOfRows.number(lists);
    }

    int agentPage() {
        return PageOfRows.number(agents);
    }

    /** The address of the live part that shows this. */
    public String state() {
        return address("/supervision/board/state", listPage(), agentPage());
    }

    public String withListPage(int page) {
        return address("/supervision", page, agentPage());
    }

    public String withAgentPage(int page) {
        return address("/supervision", listPage(), page);
    }

    private String address(String path, int listPage, int agentPage) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("q", "{q}")
                .queryParam("show", shown())
                .queryParam("sort", sorted())
                .queryParam("who", people())
                .queryParam("lists", listPage)
                .queryParam("agents", agentPage)
                .encode()
                .buildAndExpand(text())
                .toUriString();
    }

    private static String choice(@Nullable String wanted, String usual, String... others) {
        return wanted != null && List.of(others).contains(wanted) ? wanted : usual;
    }
}
