package io.ringback.webhook;

import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.web.HostPattern;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Which addresses a webhook may have. The network addresses behind them are looked at by {@link CheckedResolver}. */
@Component
public class TargetRules {

    private static final int LONGEST = 2_000;

    private final WebhookProperties settings;
    private final List<HostPattern> hosts;

    TargetRules(WebhookProperties settings) {
        this.settings = settings;
        this.hosts = settings.hosts().stream()
                .map(host -> HostPattern.of("ringback.webhooks.hosts", host))
                .toList();
    }

    /** Whether any webhook can be made here. */
    public boolean allowAny() {
        return !hosts.isEmpty();
    }

    /** @throws InvalidField saying what is wrong and, where an administrator can permit it, with which setting */
    URI check(String url) {
        if (!allowAny()) {
            throw refused("no target is permitted on this server. Name the hosts that events may be sent to in the"
                    + " setting ringback.webhooks.hosts");
        }
        var target = parsed(url);
        var scheme = target.getScheme() == null ? "" : target.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && settings.allowHttp())) {
            throw refused("must begin with https://"
                    + (scheme.equals("http") ? "; the setting ringback.webhooks.allow-http permits http://" : ""));
        }
        checkParts(target);
        if (hosts.stream().noneMatch(pattern -> pattern.fits(host(target)))) {
            throw refused("the host is none of those in the setting ringback.webhooks.hosts");
        }
        return target;
    }

    /** Whether the address would still be permitted today; settings may have changed since it was given. */
    boolean permits(String url) {
        try {
            check(url);
            return true;
        } catch (InvalidField e) {
            return false;
        }
    }

    private static void checkParts(URI target) {
        if (target.getHost() == null || target.getHost().endsWith(".")) {
            throw refused("must name a host, without a dot behind it; where it cannot be written in ASCII for certain,"
                    + " such as with ß, in punycode (xn--…)");
        }
        if (target.getRawUserInfo() != null) {
            throw refused("must not hold a user name or password");
        }
        if (target.getRawFragment() != null) {
            throw refused("must not have a part behind #");
        }
        if (target.getPort() == 0 || target.getPort() > 65_535) {
            throw refused("must have a port between 1 and 65535, or none");
        }
    }

    private static URI parsed(String url) {
        try {
            var ascii = TargetAddress.ascii(url);
            if (ascii.length() <= LONGEST) {
                return new URI(ascii);
            }
        } catch (URISyntaxException e) {
            throw refused("is not an address such as https://crm.example/ringback");
        }
        throw refused("must have at most %s characters, each that is not ASCII counted as it is escaped (%%E6)"
                .formatted(LONGEST));
    }

    private static String host(URI target) {
        return target.getHost().replaceAll("^\\[|]$", "");
    }

    private static InvalidField refused(String why) {
        return new InvalidField("url", why);
    }
}
