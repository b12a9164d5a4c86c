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
 * @param open whether the caller need not have signed in
 */
record EndpointRule(HttpMethod method, PathPattern path, Set<Role> roles, boolean open) {

    static EndpointRule allow(HttpMethod method, String path, Role... roles) {
        return new EndpointRule(method, PathPatternParser.defaultInstance.parse(path), Set.of(roles), false);
    }

    static EndpointRule allowEverybody(HttpMethod method, String path) {
        Set<Role> all = EnumSet.allOf(Role.class);
        return new EndpointRule(method, PathPatternParser.defaultInstance.parse(path), all, true);
    }
}
