package io.ringback.account.security;

import io.ringback.account.CallerLists;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/** Keeps callers who are held to some lists off all others. What no rule says anything of they do not reach. */
@Component
class HeldCallers {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final JdbcListOfCallback callbacks;

    HeldCallers(JdbcListOfCallback callbacks) {
        this.callbacks = callbacks;
    }

    boolean reach(EndpointRule rule, PathContainer path, HttpServletRequest request) {
        if (!CallerLists.areLimited()) {
            return true;
        }
        return switch (rule.lists()) {
            case ALL -> false;
            case NONE, ASKED_INSIDE -> true;
            case LIST_IN_PATH -> CallerLists.include(id(rule, path));
            case CALLBACK_IN_PATH ->
                listOfCallback(id(rule, path))
                        .map(CallerLists::include)
                        .orElse(true); // which is told that there is none
            case LIST_IN_QUERY -> isAbout(request.getParameterValues("listId"));
        };
    }

    private static String id(EndpointRule rule, PathContainer path) {
        var found = rule.path().matchAndExtract(path);
        var id = found == null ? null : found.getUriVariables().get("id");
        if (id == null) {
            throw new IllegalStateException("Expected {id} in the path of " + rule.path());
        }
        return id;
    }

    private Optional<String> listOfCallback(String id) {
        return ID.matcher(id).matches() ? callbacks.find(UUID.fromString(id)) : Optional.empty();
    }

    private static boolean isAbout(String @Nullable [] lists) {
        return lists != null && Stream.of(lists).allMatch(CallerLists::include);
    }
}
