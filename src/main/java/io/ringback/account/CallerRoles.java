package io.ringback.account;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** The roles of whoever has sent a request: the one place that reads them from the texts that Spring Security keeps. */
public final class CallerRoles {

    private CallerRoles() {}

    /** The account as its present caller may use it: with a token's roles, and no group, when it comes with one. */
    public static Account held(Account account) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof TokenCaller caller
                        && caller.getPrincipal().equals(account.id())
                ? account.heldTo(of(caller))
                : account;
    }

    public static Set<Role> of(Authentication caller) {
        var roles = EnumSet.noneOf(Role.class);
        caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .map(Role::valueOf)
                .forEach(roles::add);
        return roles;
    }
}
