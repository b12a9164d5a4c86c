package io.ringback.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringback.audit.Actor;
import io.ringback.platform.InvalidField;
import io.ringback.platform.StrictValues;
import io.ringback.settings.SettingsChange;
import io.ringback.settings.SettingsPart;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/**
 * The accounts in the file of settings, without their passwords: a new account cannot sign in until an administrator has
 * given it one.
 */
@Component
class AccountSettings implements SettingsPart {

    private static final Pattern ID = Pattern.compile(AccountAuthentication.ID);

    private final JdbcAccounts accounts;
    private final AccountAdministration administration;
    private final VerifiedCredentials verified;
    private final StrictValues json;

    /** One for all, since making one takes long on purpose. */
    private final Supplier<String> noPassword;

    AccountSettings(
            JdbcAccounts accounts,
            AccountAdministration administration,
            VerifiedCredentials verified,
            Passwords passwords,
            StrictValues json) {
        this.accounts = accounts;
        this.administration = administration;
        this.verified = verified;
        this.json = json;
        this.noPassword = SingletonSupplier.of(passwords::hashOfNone);
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
        if (!ID.matcher(id).matches()) {
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
        var change = json.read(all, AccountApi.AccountChange.class);
        var account = new Account(id, change.name(), change.roles(), change.enabled());
        if (existing == null) {
            administration.createWithHash(account, noPassword.get(), Actor.current());
        } else if (!account.equals(existing)) {
            administration.change(account, Actor.current());
            forgetAfterCommit(id);
        }
        return SettingsChange.between(before, settings(account));
    }

    /** Before the commit another request could still verify the account as it was. */
    private void forgetAfterCommit(String id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                verified.forget(id);
            }
        });
    }

    private ObjectNode settings(Account account) {
        return json.write(account).without("id");
    }
}
