package io.ringback.account;

import org.jspecify.annotations.Nullable;

/**
 * Which accounts to show; null lets everybody through.
 *
 * @param text a part of the id or the name, in whichever case
 * @param after only ids after this one; empty for the first page
 */
public record PeopleFilter(
        @Nullable String text,
        @Nullable Role role,
        @Nullable Boolean enabled,
        String after) {}
