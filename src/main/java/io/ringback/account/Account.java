package io.ringback.account;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A person or program that may sign in.
 *
 * @param id what it signs in with; also the name of the {@link java.security.Principal} of its requests
 * @param enabled whether it may sign in at present
 */
public record Account(String id, String name, Set<Role> roles, boolean enabled) {

    public Account {
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    boolean isActiveAdministrator() {
        return enabled && has(Role.ADMIN);
    }
}
