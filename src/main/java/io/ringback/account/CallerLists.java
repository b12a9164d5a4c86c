package io.ringback.account;

import io.ringback.platform.problem.Forbidden;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/** The lists that the sender of the present request is held to: those of its token, if that names any. */
public final class CallerLists {

    private CallerLists() {}

    /** Whether not all lists are reached. */
    public static boolean areLimited() {
        return limit() != null;
    }

    public static boolean include(@Nullable String listId) {
        var limit = limit();
        return limit == null || listId != null && limit.contains(listId);
    }

    /**
     * @param listId null when the request is about all lists
     * @throws Forbidden when the caller does not reach it
     */
    public static void expect(@Nullable String listId) {
        if (!include(listId)) {
            throw new Forbidden(refusal());
        }
    }

    /** What to tell a caller who is held to lists. */
    public static String refusal() {
        return "This token reaches only the lists %s, and only calls that are about one of them.".formatted(limit());
    }

    private static @Nullable Set<String> limit() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof TokenCaller caller
                ? caller.lists()
                : null;
    }
}
