package io.ringback.list;

import org.jspecify.annotations.Nullable;

/** A list as one of its agents sees it at the desk. */
public record AgentList(
        String id, String name, boolean active, long serving, long openCases, long dueInAnHour, long expiresIn24Hours) {

    /** Whether these are the list's numbers; null for a list that is gone. */
    public boolean shows(@Nullable ListNumbers numbers) {
        return new ListNumbers(serving, openCases, dueInAnHour, expiresIn24Hours).equals(numbers);
    }
}
