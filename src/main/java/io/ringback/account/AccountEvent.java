package io.ringback.account;

import io.ringback.audit.Changed;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happens to accounts: the closed set of it. */
public sealed interface AccountEvent {

    /** What it is called where it is kept. */
    String type();

    /** What is another now, by its name in the contract, in the order of the form. */
    default Map<String, Changed> changed() {
        return Map.of();
    }

    record Created(Account made) implements AccountEvent {
        @Override
        public String type() {
            return "CREATED";
        }

        @Override
        public Map<String, Changed> changed() {
            var changed = new LinkedHashMap<String, Changed>();
            changed.put("roles", new Changed(List.of(), names(made)));
            if (!made.groups().isEmpty()) {
                changed.put("groups", new Changed(List.of(), List.copyOf(made.groups())));
            }
            return changed;
        }
    }

    record SettingsChanged(Account before, Account after) implements AccountEvent {
        @Override
        public String type() {
            return "CHANGED";
        }

        @Override
        public Map<String, Changed> changed() {
            var changed = new LinkedHashMap<String, Changed>();
            put(changed, "roles", names(before), names(after));
            put(changed, "groups", List.copyOf(before.groups()), List.copyOf(after.groups()));
            put(changed, "enabled", before.enabled(), after.enabled());
            put(changed, "language", before.language(), after.language());
            put(changed, "oidc", before.oidc(), after.oidc());
            if (!before.name().equals(after.name())) {
                changed.put("name", new Changed(null, null)); // names are personal and not kept
            }
            return changed;
        }

        private static void put(
                Map<String, Changed> changed, String name, @Nullable Object before, @Nullable Object after) {
            if (!Objects.equals(before, after)) {
                changed.put(name, new Changed(before, after));
            }
        }
    }

    /** An administrator has set it. */
    record PasswordChanged() implements AccountEvent {
        @Override
        public String type() {
            return "PASSWORD_CHANGED";
        }
    }

    record PasswordLinkMade() implements AccountEvent {
        @Override
        public String type() {
            return "PASSWORD_LINK_MADE";
        }
    }

    /** Its owner has set it, by a link. */
    record PasswordChosen() implements AccountEvent {
        @Override
        public String type() {
            return "PASSWORD_CHOSEN";
        }
    }

    record SessionsEnded() implements AccountEvent {
        @Override
        public String type() {
            return "SESSIONS_ENDED";
        }
    }

    /** The first sign-in through the identity provider. */
    record OidcLinked() implements AccountEvent {
        @Override
        public String type() {
            return "OIDC_LINKED";
        }
    }

    /** An administrator has made a token for a program. */
    record TokenMade(Token token) implements AccountEvent {
        @Override
        public String type() {
            return "TOKEN_MADE";
        }

        @Override
        public Map<String, Changed> changed() {
            var changed = new LinkedHashMap<String, Changed>();
            changed.put("token", new Changed(null, token.name()));
            changed.put("roles", new Changed(List.of(), names(token.roles())));
            if (token.lists() != null) {
                changed.put("lists", new Changed(List.of(), List.copyOf(token.lists())));
            }
            if (token.expiresAt() != null) {
                changed.put("expiresAt", new Changed(null, token.expiresAt().toString()));
            }
            return changed;
        }
    }

    /** An administrator has revoked it. */
    record TokenRevoked(String name) implements AccountEvent {
        @Override
        public String type() {
            return "TOKEN_REVOKED";
        }

        @Override
        public Map<String, Changed> changed() {
            return Map.of("token", new Changed(name, null));
        }
    }

    /** A program went on with a token that had expired; told once for each token. */
    record ExpiredTokenUsed(String name) implements AccountEvent {
        @Override
        public String type() {
            return "EXPIRED_TOKEN_USED";
        }

        @Override
        public Map<String, Changed> changed() {
            return Map.of("token", new Changed(name, name));
        }
    }

    private static Collection<String> names(Account account) {
        return names(account.roles());
    }

    private static Collection<String> names(Collection<Role> roles) {
        return roles.stream().map(Role::name).toList();
    }
}
