package io.ringback.office;

import io.ringback.account.Account;
import io.ringback.account.MenuEntry;
import java.util.List;
import java.util.Map;

/**
 * What the frame around a page shows.
 *
 * @param account of whoever looks at it
 * @param path of the page
 * @param texts of the scripts, by key
 */
record OfficeFrame(Account account, String path, Map<String, String> texts) {

    public String name() {
        return account.name();
    }

    /** Where this person can go. */
    public List<MenuEntry> places() {
        return MenuEntry.ALL.stream().filter(place -> place.isFor(account)).toList();
    }

    /** Whether this person can go there: pages lead only to what is not refused. */
    public boolean hasPlace(String key) {
        return places().stream().anyMatch(place -> place.key().equals(key));
    }
}
