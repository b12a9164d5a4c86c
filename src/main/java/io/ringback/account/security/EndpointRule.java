package io.ringback.account.security;

import io.ringback.account.Role;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may call one address.
 *
 * @param roles any of them suffices
 * @param lists what a caller who is held to some lists may do there
 * @param open whether the caller need not have signed in
 */
record EndpointRule(HttpMethod method, PathPattern path, Set<Role> roles, boolean open, ListHold lists) {

    static EndpointRule allow(HttpMethod method, String path, Role... roles) {
        return new EndpointRule(
                method, PathPatternParser.defaultInstance.parse(path), Set.of(roles), false, ListHold.ALL);
    }

    static EndpointRule allowEverybody(HttpMethod method, String path) {
        Set<Role> all = EnumSet.allOf(Role.class);
        return new EndpointRule(method, PathPatternParser.defaultInstance.parse(path), all, true, ListHold.NONE);
    }

    /** The same for callers who are held to some lists, as far as they reach. */
    EndpointRule held(ListHold other) {
        return new EndpointRule(method, path, roles, open, other);
    }
}
