package io.ringback.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What administrators of the server decide about accounts.
 *
 * @param passwordLinkValidFor how long a link to choose a password works
 */
@ConfigurationProperties("ringback.accounts")
record AccountProperties(@DefaultValue("PT72H") Duration passwordLinkValidFor) {

    AccountProperties {
        if (passwordLinkValidFor.isNegative() || passwordLinkValidFor.isZero()) {
            throw new IllegalArgumentException("ringback.accounts.password-link-valid-for: expected more than nothing,"
                    + " but it is " + passwordLinkValidFor);
        }
    }
}
