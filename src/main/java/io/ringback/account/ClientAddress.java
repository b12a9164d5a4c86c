package io.ringback.account;

import io.ringback.platform.database.Sha256;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Everybody behind one address; of IPv6 behind one network of 64 bits, in which a machine chooses its addresses at will.
 *
 * @param address such as {@code 192.0.2.1} or {@code 2001:db8:0:1::/64}
 */
record ClientAddress(String address) {

    private static final int NETWORK_BYTES = 8;

    /** @param address of a request, as the server knows it */
    static ClientAddress at(String address) {
        if (!address.contains(":")) {
            return new ClientAddress(address);
        }
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            if (bytes.length == NETWORK_BYTES * 2) {
                Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
                return new ClientAddress(Inet6Address.getByAddress(bytes).getHostAddress() + "/64");
            }
            return new ClientAddress(InetAddress.getByAddress(bytes).getHostAddress());
        } catch (UnknownHostException e) {
            return new ClientAddress(address);
        }
    }

    /** To be kept for longer: where people sign in from is nobody's business. */
    String hash() {
        return Sha256.hex(address);
    }

    @Override
    public String toString() {
        return address;
    }
}
