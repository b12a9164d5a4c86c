package io.ringback.account;

import java.util.Set;

/**
 * A person or program that may sign in.
 *
 * @param id what it signs in with; also the name of the {@link java.security.Principal} of its requests
 * @param enabled whether it may sign in at present
 */
public record Account(String id, String name, Set<Role> roles, boolean enabled) {

    public Account {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    boolean isActiveAdministrator() {
        return enabled && has(Role.ADMIN);
    }
}
