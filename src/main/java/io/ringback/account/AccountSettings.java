package io.ringback.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringback.audit.Actor;
import io.ringback.platform.input.GroupName;
import io.ringback.platform.input.PlainText;
import io.ringback.platform.input.StrictValues;
import io.ringback.platform.problem.InvalidField;
import io.ringback.settings.SettingsChange;
import io.ringback.settings.SettingsPart;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The accounts in the file of settings, without their passwords: a new account cannot sign in until an administrator has
 * given it one.
 */
@Component
class AccountSettings implements SettingsPart {

    private final JdbcAccounts accounts;
    private final AccountAdministration administration;
    private final StrictValues json;

    AccountSettings(JdbcAccounts accounts, AccountAdministration administration, StrictValues json) {
        this.accounts = accounts;
        this.administration = administration;
        this.json = json;
    }

    @Override
    public String key() {
        return "accounts";
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public SortedMap<String, ObjectNode> read() {
        var items = new TreeMap<String, ObjectNode>();
        accounts.all().forEach(account -> items.put(account.id(), settings(account)));
        return items;
    }

    @Override
    public SettingsChange apply(String id, ObjectNode wanted) {
        if (!id.matches(AccountAuthentication.ID)) {
            throw new InvalidField("", "must be an id of lower-case letters, digits, dots, hyphens and underscores");
        }
        var existing = accounts.find(id).orElse(null);
        var before = existing == null ? null : settings(existing);
        var all = before == null
                ? wanted.deepCopy()
                : (ObjectNode) before.deepCopy().setAll(wanted);
        if (!all.has("enabled")) {
            all.put("enabled", true);
        }
        var account = json.read(all, InFile.class).asAccount(id, existing == null ? 0 : existing.version());
        if (existing == null) {
            administration.create(account, null, Actor.current());
        } else if (!account.equals(existing)) {
            administration.change(account, Actor.current());
        }
        return SettingsChange.between(before, settings(account));
    }

    private ObjectNode settings(Account account) {
        return json.write(account).without(List.of("id", "version"));
    }

    /** An account as the file has it. */
    record InFile(
            @NotBlank @PlainText(max = 100) String name,
            @NotNull Set<@NotNull Role> roles,

            @Size(max = GroupName.MOST) @Nullable Set<@NotNull @Pattern(regexp = GroupName.PATTERN) String> groups,

            @NotNull Boolean enabled,

            @Pattern(regexp = AccountController.LANGUAGE) @Nullable
            String language,

            @Nullable Boolean oidc) {

        Account asAccount(String id, long version) {
            return new Account(
                    id,
                    name,
                    roles,
                    groups == null ? Set.of() : groups,
                    enabled,
                    language,
                    Boolean.TRUE.equals(oidc),
                    version);
        }
    }
}
