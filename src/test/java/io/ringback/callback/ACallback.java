package io.ringback.callback;

import static io.ringback.callback.CallbackTimesOf.MORNING;

import io.ringback.hours.OpeningCalendar;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A callback of tests in each of the states there are, as its transitions make it: asked for in the morning, due at once. */
enum ACallback {
    SCHEDULED {
        @Override
        Callback made() {
            return requested(MORNING.plusSeconds(60));
        }
    },
    WAITING {
        @Override
        Callback made() {
            return requested(MORNING);
        }
    },
    BEFORE_CALL {
        @Override
        Callback made() {
            return WAITING.made()
                    .inLine()
                    .allocatedTo("anna", ALLOCATION, MORNING, null, null)
                    .after();
        }
    },
    IN_CALL {
        @Override
        Callback made() {
            return BEFORE_CALL
                    .made()
                    .inHand()
                    .callStarted(CALL, MORNING.plusSeconds(3_600), true)
                    .after();
        }
    },
    AFTER_CALL {
        @Override
        Callback made() {
            return IN_CALL.made().inHand().callEnded(CALL, null).after();
        }
    },
    RETRIED {
        @Override
        Callback made() {
            return AFTER_CALL
                    .made()
                    .retriedAt(
                            MORNING.plusSeconds(300), RetryEvent.RetryScheduled.By.POLICY, null, OpeningCalendar.ALWAYS)
                    .after();
        }
    },
    RESOLVED {
        @Override
        Callback made() {
            return AFTER_CALL.made().ending().resolved(MORNING).after();
        }
    },
    EXPIRED {
        @Override
        Callback made() {
            return WAITING.made().ending().expired(MORNING).after();
        }
    },
    CANCELLED {
        @Override
        Callback made() {
            return WAITING.made()
                    .ending()
                    .cancelled("was served at the shop", MORNING)
                    .after();
        }
    },
    MERGED {
        @Override
        Callback made() {
            return requested(MORNING).mergedInto(WAITING.made()).after();
        }
    };

    static final UUID ALLOCATION = new UUID(0, 7);
    static final UUID CALL = new UUID(0, 8);

    abstract Callback made();

    static Callback requested(Instant from) {
        var request = new Request("sales", "+358401234567", "Åsa", Source.IVR, "id-1", 1, Map.of("order", "4711"));
        var expires = MORNING.plusSeconds(24 * 3_600);
        var times = new Deadlines(from, from, null, from, expires, from, false);
        return Callback.requested(new UUID(0, 1), request, times, 0, MORNING).after();
    }
}
