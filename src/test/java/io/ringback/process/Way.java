package io.ringback.process;

import static io.ringback.support.Centre.quoted;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The ways of a case from the request to each of its ends, worked over HTTP, whatever the model looks like. */
public enum Way {
    ANSWERED {
        @Override
        void work(Shift shift) {
            var callback = shift.inHand();
            shift.callAndHangUp();
            shift.save("ANSWERED");
            shift.ends(callback, "RESOLVED");
        }
    },
    ANSWERED_BEFORE_THE_CALL {
        @Override
        void work(Shift shift) {
            var callback = shift.inHand();
            shift.save("ANSWERED");
            shift.ends(callback, "RESOLVED");
        }
    },
    BUSY_THEN_ANSWERED {
        @Override
        void work(Shift shift) {
            var callback = shift.inHand();
            for (var status : List.of("BUSY", "NO_ANSWER", "OTHER")) {
                shift.callAndHangUp();
                shift.save(status);
                shift.waits(callback);
                shift.againInHand(callback);
            }
            shift.call();
            shift.save("ANSWERED");
            shift.ends(callback, "RESOLVED");
        }
    },
    LATER_AS_THE_AGENT_SAYS {
        @Override
        void work(Shift shift) {
            var callback = shift.inHand();
            shift.save("OTHER", Map.of("retryAt", quoted(shift.in(Duration.ofHours(3)))));
            shift.eligibleIn(callback, Duration.ofHours(3));
            shift.againInHand(callback);
            shift.save("ANSWERED");
            shift.ends(callback, "RESOLVED");
        }
    },
    GIVEN_UP {
        @Override
        void work(Shift shift) {
            var callback = shift.inHand(Map.of("maxAttempts", "1"));
            shift.callAndHangUp();
            shift.save("NO_ANSWER");
            shift.ends(callback, "CANCELLED");
        }
    },
    EXPIRED {
        @Override
        void work(Shift shift) {
            var callback = shift.request(Map.of());
            shift.pass(callback, Duration.ofHours(24));
            shift.ends(callback, "EXPIRED");
        }
    },
    EXPIRED_AFTER_AN_ATTEMPT {
        @Override
        void work(Shift shift) {
            var callback = shift.inHand();
            shift.save("BUSY");
            shift.pass(callback, Duration.ofHours(24));
            shift.ends(callback, "EXPIRED");
        }
    },
    CANCELLED {
        @Override
        void work(Shift shift) {
            var callback = shift.request(Map.of());
            shift.cancel(callback);
            shift.ends(callback, "CANCELLED");
        }
    },
    CANCELLED_AFTER_AN_ATTEMPT {
        @Override
        void work(Shift shift) {
            var callback = shift.inHand();
            shift.save("BUSY");
            shift.cancel(callback);
            shift.ends(callback, "CANCELLED");
        }
    },
    STOPPED_BY_THE_AGENT {
        @Override
        void work(Shift shift) {
            var callback = shift.inHand();
            shift.stop();
            shift.waits(callback);
            shift.againInHand(callback);
            shift.save("ANSWERED");
            shift.ends(callback, "RESOLVED");
        }
    },
    STOPPED_SINCE_NO_CALL_IS_MADE {
        @Override
        void work(Shift shift) {
            var callback = shift.inHand();
            shift.pass(callback, Duration.ofMinutes(2));
            shift.isStopped("NO_CALL_MADE");
            shift.waits(callback);
            shift.againInHand(callback);
            shift.save("ANSWERED");
            shift.ends(callback, "RESOLVED");
        }
    },
    WINDOW_LEFT_OPEN {
        @Override
        void work(Shift shift) {
            var callback = shift.inHand();
            shift.callAndHangUp();
            shift.pass(callback, Duration.ofMinutes(5));
            shift.isStopped("WINDOW_LEFT_OPEN");
            shift.waits(callback);
            shift.againInHand(callback);
            shift.save("ANSWERED");
            shift.ends(callback, "RESOLVED");
        }
    },
    WINDOW_LEFT_OPEN_WITH_A_DRAFT {
        @Override
        void work(Shift shift) {
            var callback = shift.inHand();
            shift.callAndHangUp();
            shift.draft("ANSWERED");
            shift.pass(callback, Duration.ofMinutes(5));
            shift.isStopped("WINDOW_LEFT_OPEN");
            shift.ends(callback, "RESOLVED");
        }
    },
    END_OF_CALL_NEVER_TOLD {
        @Override
        void work(Shift shift) {
            var callback = shift.inHand();
            shift.call();
            shift.pass(callback, Duration.ofHours(4));
            shift.phaseIs("AFTER_CALL");
            shift.save("ANSWERED");
            shift.ends(callback, "RESOLVED");
        }
    },
    CALLED_AGAIN {
        @Override
        void work(Shift shift) {
            var callback = shift.inHand();
            shift.callAndHangUp();
            shift.call();
            shift.phaseIs("IN_CALL");
            shift.save("ANSWERED");
            shift.ends(callback, "RESOLVED");
        }
    },
    MERGED {
        @Override
        void work(Shift shift) {
            var main = shift.request(Map.of());
            var related =
                    shift.request(Map.of("phoneNumber", main.path("phoneNumber").toString()));
            shift.ends(related, "MERGED");
            shift.againInHand(main);
            shift.save("ANSWERED");
            shift.ends(main, "RESOLVED");
        }
    },
    NOT_BEFORE_AND_OVERDUE {
        @Override
        void work(Shift shift) {
            var callback = shift.request(Map.of("notBefore", quoted(shift.in(Duration.ofMinutes(30)))));
            shift.waits(callback);
            shift.pass(callback, Duration.ofHours(2));
            shift.againInHand(callback);
            shift.save("ANSWERED");
            shift.ends(callback, "RESOLVED");
        }
    };

    abstract void work(Shift shift);

    /** All ways but these. */
    public static Set<Way> allBut(Way... left) {
        var ways = new TreeSet<>(Set.of(values()));
        ways.removeAll(Set.of(left));
        return ways;
    }
}
