package io.ringback.account;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A person or program that may sign in.
 *
 * @param id what it signs in with; also the name of the {@link java.security.Principal} of its requests
 * @param groups those whose tasks it may do, beside those of its roles
 * @param enabled whether it may sign in at present
 * @param language of its pages: {@code en}, {@code fi} or {@code sv}; null for what the browser asks for
 * @param oidc whether it may sign in through the identity provider, which then decides about its name and roles
 * @param version rises with every change
 */
public record Account(
        String id,
        String name,
        Set<Role> roles,
        Set<String> groups,
        boolean enabled,
        @Nullable String language,
        boolean oidc,
        long version) {

    public Account {
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        groups = Collections.unmodifiableSet(new TreeSet<>(groups));
    }

    /** One that is as simple as can be. */
    public Account(String id, String name, Set<Role> roles, boolean enabled) {
        this(id, name, roles, Set.of(), enabled, null, false, 0);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** All groups it is in: a role is a group of its own, by its name. */
    public Set<String> allGroups() {
        var all = new TreeSet<>(groups);
        roles.stream().map(Role::name).forEach(all::add);
        return all;
    }

    /** The same account with no more than these of its roles, and without groups. */
    public Account heldTo(Set<Role> some) {
        var kept = new TreeSet<>(roles);
        kept.retainAll(some);
        return new Account(id, name, kept, Set.of(), enabled, language, oidc, version);
    }

    boolean isActiveAdministrator() {
        return enabled && has(Role.ADMIN);
    }

    /** Whether it can do no less than the other one could. */
    boolean keepsWhatItMay(Account before) {
        return (enabled || !before.enabled) && roles.equals(before.roles);
    }

    Account atVersion(long other) {
        return new Account(id, name, roles, groups, enabled, language, oidc, other);
    }
}
