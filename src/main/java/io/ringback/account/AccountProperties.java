package io.ringback.account;

import io.ringback.platform.run.SettingRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What administrators of the server decide about accounts.
 *
 * @param passwordLinkValidFor how long a link to choose a password works
 * @param sessionEndsAfter how long after the sign-in a session ends, however much it is used
 */
@ConfigurationProperties("ringback.accounts")
public record AccountProperties(
        @DefaultValue("PT72H") Duration passwordLinkValidFor,
        @DefaultValue("PT12H") Duration sessionEndsAfter) {

    public AccountProperties {
        SettingRules.expectPositive("ringback.accounts.password-link-valid-for", passwordLinkValidFor);
        SettingRules.expectPositive("ringback.accounts.session-ends-after", sessionEndsAfter);
    }
}
