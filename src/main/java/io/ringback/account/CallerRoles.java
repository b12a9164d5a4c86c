package io.ringback.account;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** The roles of whoever has sent a request: the one place that reads them from the texts that Spring Security keeps. */
public final class CallerRoles {

    private CallerRoles() {}

    public static Set<Role> of(Authentication caller) {
        var roles = EnumSet.noneOf(Role.class);
        caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .map(Role::valueOf)
                .forEach(roles::add);
        return roles;
    }
}
