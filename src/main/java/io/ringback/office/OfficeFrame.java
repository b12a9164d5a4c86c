package io.ringback.office;

import io.ringback.account.MenuEntry;
import io.ringback.account.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the frame around a page shows.
 *
 * @param name of whoever looks at it
 * @param path of the page
 * @param texts of the scripts, by key
 */
record OfficeFrame(String name, Set<Role> roles, String path, Map<String, String> texts) {

    /** Where this person can go. */
    public List<MenuEntry> places() {
        return MenuEntry.ALL.stream().filter(place -> place.isFor(roles)).toList();
    }

    /** Whether this person can go there: pages lead only to what is not refused. */
    public boolean hasPlace(String key) {
        return places().stream().anyMatch(place -> place.key().equals(key));
    }
}
