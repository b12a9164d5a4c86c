package io.ringback.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks up a target's name once, for the connection that is about to be made, and refuses addresses that do not lie on
 * the internet. What is connected to is what was looked at, whatever the name says a moment later.
 */
class CheckedResolver implements DnsResolver {

    private final boolean allowPrivate;
    private final DnsResolver names;

    CheckedResolver(boolean allowPrivate) {
        this(allowPrivate, SystemDefaultDnsResolver.INSTANCE);
    }

    CheckedResolver(boolean allowPrivate, DnsResolver names) {
        this.allowPrivate = allowPrivate;
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        for (var address : addresses) {
            if (NetworkAddresses.isNeverATarget(address) || !allowPrivate && !NetworkAddresses.isPublic(address)) {
                throw new PrivateAddress(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }

    /** The name leads to an address that is no target. */
    static class PrivateAddress extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        PrivateAddress(String host) {
            super(host);
        }
    }
}
