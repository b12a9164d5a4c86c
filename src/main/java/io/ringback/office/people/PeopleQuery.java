package io.ringback.office.people;

import io.ringback.account.PeopleFilter;
import io.ringback.account.PeopleOrder;
import io.ringback.account.Role;
import io.ringback.office.PageOfRows;
import io.ringback.platform.input.Texts;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which people an administrator wants to see. Whatever is not understood is taken for the usual choice: the addresses
 * are kept as bookmarks.
 *
 * @param text part of a name or an account
 * @param role the name of a role
 * @param enabled {@code true} or {@code false}; all when it is empty
 * @param sort the name of a {@link PeopleOrder}
 * @param page the page, from 1
 */
record PeopleQuery(
        @Nullable String text,
        @Nullable String role,
        @Nullable String enabled,
        @Nullable String sort,
        @Nullable String page) {

    private static final int LONGEST_TEXT = 100;

    public String wanted() {
        return text == null || text.length() > LONGEST_TEXT || !Texts.isPlain(text, false) ? "" : text.strip();
    }

    public @Nullable Role wantedRole() {
        return Arrays.stream(Role.values())
                .filter(each -> each.name().equals(role))
                .findFirst()
                .orElse(null);
    }

    public @Nullable Boolean wantedState() {
        return enabled == null || enabled.isEmpty() ? null : Boolean.valueOf(enabled);
    }

    public PeopleOrder sorted() {
        return Arrays.stream(PeopleOrder.values())
                .filter(each -> each.name().equals(sort))
                .findFirst()
                .orElse(PeopleOrder.NAME);
    }

    int number() {
        return PageOfRows.number(page);
    }

    PeopleFilter filter() {
        return new PeopleFilter(wanted().isEmpty() ? null : wanted(), wantedRole(), wantedState(), "");
    }

    public String withPage(int wanted) {
        var shownRole = wantedRole();
        var shownState = wantedState();
        return UriComponentsBuilder.fromPath("/admin/people")
                .queryParam("text", "{text}")
                .queryParam("role", shownRole == null ? "" : shownRole.name())
                .queryParam("enabled", shownState == null ? "" : shownState.toString())
                .queryParam("sort", sorted().name())
                .queryParam("page", wanted)
                .encode()
                .buildAndExpand(wanted())
                .toUriString();
    }
}
