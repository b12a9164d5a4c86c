package io.ringback.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a change of an account has changed, as the events keep it: {@code roles: AGENT -> AGENT SUPERVISOR; enabled: true
 * -> false; name}. Names themselves are personal and not kept.
 */
final class AccountChanges {

    private static final String BETWEEN = "; ";
    private static final String ARROW = " -> ";
    private static final String NOTHING = "-";

    private AccountChanges() {}

    static String between(Account before, Account after) {
        List<String> changes = new ArrayList<>();
        add(changes, "roles", roles(before), roles(after));
        add(changes, "enabled", before.enabled(), after.enabled());
        add(changes, "language", before.language(), after.language());
        add(changes, "oidc", before.oidc(), after.oidc());
        if (!before.name().equals(after.name())) {
            changes.add("name");
        }
        return String.join(BETWEEN, changes);
    }

    /** What a new account is. */
    static String of(Account made) {
        return "roles: %s%s%s".formatted(NOTHING, ARROW, Objects.requireNonNullElse(roles(made), NOTHING));
    }

    /** Reads them back; what earlier versions have written in other words is left out. */
    static List<AccountEvent.Change> read(String details) {
        return Arrays.stream(details.split(BETWEEN))
                .filter(change -> change.equals("name") || change.matches("(roles|enabled|language|oidc): .+ -> .+"))
                .map(AccountChanges::change)
                .toList();
    }

    private static AccountEvent.Change change(String text) {
        var parts = text.split(": | -> ", 3);
        return parts.length < 3
                ? new AccountEvent.Change(parts[0], null, null)
                : new AccountEvent.Change(parts[0], value(parts[1]), value(parts[2]));
    }

    private static @Nullable String value(String text) {
        return text.equals(NOTHING) ? null : text;
    }

    private static void add(List<String> changes, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add("%s: %s%s%s"
                    .formatted(
                            field,
                            Objects.requireNonNullElse(before, NOTHING),
                            ARROW,
                            Objects.requireNonNullElse(after, NOTHING)));
        }
    }

    private static @Nullable String roles(Account account) {
        return account.roles().isEmpty()
                ? null
                : account.roles().stream().map(Role::name).collect(Collectors.joining(" "));
    }
}
