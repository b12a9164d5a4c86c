package io.ringback.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Which network addresses lie on the internet, after the special-purpose registries of IANA (RFC 6890). */
final class NetworkAddresses {

    private static final List<Block> SPECIAL = List.of(
            block(0, 0, 0, 0, 8),
            block(10, 0, 0, 0, 8),
            block(100, 64, 0, 0, 10),
            block(127, 0, 0, 0, 8),
            block(169, 254, 0, 0, 16),
            block(172, 16, 0, 0, 12),
            block(192, 0, 0, 0, 24),
            block(192, 0, 2, 0, 24),
            block(192, 31, 196, 0, 24),
            block(192, 52, 193, 0, 24),
            block(192, 88, 99, 0, 24),
            block(192, 168, 0, 0, 16),
            block(192, 175, 48, 0, 24),
            block(198, 18, 0, 0, 15),
            block(198, 51, 100, 0, 24),
            block(203, 0, 113, 0, 24),
            block(224, 0, 0, 0, 3));

    private NetworkAddresses() {}

    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return SPECIAL.stream().noneMatch(block -> block.holds(bytes));
        }
        return isGlobalUnicast(bytes) && !isProtocolOrDocumentation(bytes) && !isTunnelTo4(bytes);
    }

    /**
     * Whether nobody has business there, not even in a private network: link-local addresses (where clouds answer with
     * credentials), groups, and "any".
     */
    static boolean isNeverATarget(InetAddress address) {
        return address.isLinkLocalAddress() || address.isMulticastAddress() || address.isAnyLocalAddress();
    }

    /** 2000::/3; all else is private, special, or leads to an IPv4 address behind a translator. */
    private static boolean isGlobalUnicast(byte[] bytes) {
        return (bytes[0] & 0xe0) == 0x20;
    }

    /** 2001::/23 with Teredo and the like, 2001:db8::/32, 3fff::/20. */
    private static boolean isProtocolOrDocumentation(byte[] bytes) {
        var first = word(bytes, 0);
        var second = word(bytes, 2);
        return first == 0x2001 && (second < 0x0200 || second == 0x0db8) || first == 0x3fff && second < 0x1000;
    }

    /** 2002::/16. */
    private static boolean isTunnelTo4(byte[] bytes) {
        return word(bytes, 0) == 0x2002;
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    private static Block block(int a, int b, int c, int d, int bits) {
        return new Block(a << 24 | b << 16 | c << 8 | d, -1 << (32 - bits));
    }

    private record Block(int network, int mask) {

        boolean holds(byte[] address) {
            return ((word(address, 0) << 16 | word(address, 2)) & mask) == network;
        }
    }
}
