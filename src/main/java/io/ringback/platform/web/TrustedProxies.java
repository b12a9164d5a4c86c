package io.ringback.platform.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.catalina.util.NetMask;
import org.jspecify.annotations.Nullable;

/** Whose word is taken for the address that a request comes from. */
final class TrustedProxies {

    private static final Pattern V4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{1,5})?");
    private static final Pattern V6 = Pattern.compile("\\[?([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:](?::\\d{1,5})?)?");

    private final List<NetMask> networks;

    /** @throws IllegalArgumentException when one of them is neither an address nor a network */
    TrustedProxies(List<String> networks) {
        this.networks = networks.stream().map(TrustedProxies::network).toList();
    }

    boolean areNone() {
        return networks.isEmpty();
    }

    boolean contain(@Nullable String address) {
        var parsed = parse(address);
        return parsed != null && networks.stream().anyMatch(network -> network.matches(parsed));
    }

    /**
     * The right-most address that is not one of the proxies: what stands left of it, anybody may have written. An entry
     * that is no address counts as the proxy's that has passed it on.
     *
     * @param peer who has opened the connection
     * @param forwardedFor the values of {@code X-Forwarded-For}, in the order of the headers
     */
    String clientOf(String peer, List<String> forwardedFor) {
        if (!contain(peer)) {
            return peer;
        }
        List<String> hops = new ArrayList<>();
        forwardedFor.forEach(header -> hops.addAll(Arrays.asList(header.split(","))));
        Collections.reverse(hops);
        var client = peer;
        for (var hop : hops) {
            var address = parse(hop.strip());
            if (address == null) {
                return client;
            }
            client = address.getHostAddress();
            if (!contain(client)) {
                return client;
            }
        }
        return client;
    }

    /** Without asking anybody for a name. */
    private static @Nullable InetAddress parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var v4 = V4.matcher(text);
        var v6 = V6.matcher(text);
        try {
            if (v4.matches()) {
                return InetAddress.getByName(v4.group(1));
            }
            return v6.matches() ? InetAddress.getByName(v6.group(1)) : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static NetMask network(String text) {
        try {
            var address = text.strip().split("/", 2)[0];
            if (parse(address) != null) {
                return new NetMask(text.strip());
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new IllegalArgumentException("ringback.proxies.trusted: expected an address such as 10.1.2.3 or a network"
                + " such as 10.1.0.0/16, but it is " + text);
    }
}
