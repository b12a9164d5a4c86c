package io.ringback.load;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * What to drive, and how hard. Every value can be set by {@code -Dname=value}.
 *
 * @param target the server, on this machine
 * @param callbacks cases of the first phase
 * @param agents agents at work at once, and callers at once
 * @param rate cases a second of the second phase
 * @param steady how long the second phase lasts
 * @param rounds callbacks offered to an idle agent, of each kind
 * @param timers timers that wait while the lateness of others is measured
 * @param samples measurements of each kind of timer
 * @param desks desks open at once without anything to do
 * @param idle how long those are watched
 * @param pid process id of the server, 0 when it is not to be watched
 * @param limit when the run is given up, whatever it is doing
 * @param integrator account that registers callbacks, as {@code id:password}; the others likewise
 */
record Options(
        URI target,
        int callbacks,
        int agents,
        int rate,
        Duration steady,
        int rounds,
        int timers,
        int samples,
        int desks,
        Duration idle,
        long pid,
        Duration limit,
        String integrator,
        String supervisor,
        String administrator) {

    static Options read() {
        return new Options(
                loopback(System.getProperty("target", "http://127.0.0.1:8080")),
                number("callbacks", 1_000, 1_000_000),
                number("agents", 8, 200),
                number("rate", 30, 1_000),
                Duration.ofSeconds(number("steadySeconds", 15, 3_600)),
                number("rounds", 100, 10_000),
                number("timers", 10_000, 1_000_000),
                number("samples", 100, 10_000),
                number("desks", 500, 5_000),
                Duration.ofSeconds(number("idleSeconds", 60, 86_400)),
                Long.getLong("pid", 0),
                Duration.ofSeconds(number("limitSeconds", 900, 86_400)),
                System.getProperty("integrator", "ivr:demo"),
                System.getProperty("supervisor", "sam:demo"),
                System.getProperty("administrator", "root:demo"));
    }

    private static int number(String name, int usual, int most) {
        int value = Integer.getInteger(name, usual);
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("-D%s must be 1 to %d".formatted(name, most));
        }
        return value;
    }

    /** It fills the server with callbacks and makes accounts with a known password: never on somebody else's server. */
    private static URI loopback(String text) {
        var target = URI.create(text);
        try {
            if (target.getHost() != null
                    && InetAddress.getByName(target.getHost()).isLoopbackAddress()) {
                return target;
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("-Dtarget names no host that is known: " + text, e);
        }
        throw new IllegalArgumentException("-Dtarget must be on this machine (127.0.0.1), but is " + text);
    }
}
