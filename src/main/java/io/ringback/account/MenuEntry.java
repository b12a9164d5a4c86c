package io.ringback.account;

import static io.ringback.account.Role.ADMIN;
import static io.ringback.account.Role.AGENT;
import static io.ringback.account.Role.AUDITOR;
import static io.ringback.account.Role.BACK_OFFICE;
import static io.ringback.account.Role.DESIGNER;
import static io.ringback.account.Role.SUPERVISOR;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of the pages that people go to from anywhere.
 *
 * @param key its name in the message files, after {@code office.place.}
 */
public record MenuEntry(String key, String address, Set<Role> roles) {

    private static final String TASKS = "tasks";

    /** In the order in which they are shown; the first that is for somebody is where that person arrives. */
    public static final List<MenuEntry> ALL = List.of(
            new MenuEntry("desk", "/desk", Set.of(AGENT)),
            new MenuEntry(TASKS, "/tasks", Set.of(BACK_OFFICE)),
            new MenuEntry("audit", "/audit", Set.of(AUDITOR)),
            new MenuEntry("board", "/supervision", Set.of(SUPERVISOR, AUDITOR)),
            new MenuEntry("cases", "/supervision/cases", Set.of(SUPERVISOR, AUDITOR)),
            new MenuEntry("lists", "/supervision/lists", Set.of(SUPERVISOR, ADMIN)),
            new MenuEntry("import", "/supervision/import", Set.of(SUPERVISOR)),
            new MenuEntry("design", "/design", Set.of(DESIGNER, AUDITOR)),
            new MenuEntry("people", "/admin/people", Set.of(ADMIN)),
            new MenuEntry("erasures", "/admin/erasures", Set.of(ADMIN)),
            new MenuEntry("webhooks", "/admin/webhooks", Set.of(ADMIN)),
            new MenuEntry("operations", "/admin/operations", Set.of(ADMIN)),
            new MenuEntry("settings", "/admin/settings", Set.of(ADMIN)));

    /** Whoever is in a group has tasks. */
    public boolean isFor(Account account) {
        return isFor(account.roles()) || (key.equals(TASKS) && !account.groups().isEmpty());
    }

    public boolean isFor(Set<Role> anybody) {
        return !Collections.disjoint(roles, anybody);
    }

    /** Whether the page at this path is this place, or below it and no nearer to another one. */
    public boolean isAt(String path) {
        return nearest(path) == this;
    }

    private static @Nullable MenuEntry nearest(String path) {
        return ALL.stream()
                .filter(place -> path.equals(place.address) || path.startsWith(place.address + "/"))
                .reduce((one, other) -> one.address.length() >= other.address.length() ? one : other)
                .orElse(null);
    }
}
