package io.ringback.simulator;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The made-up callers, who come by the IVR: one at a time, or by themselves at a rate. */
@Component
@WithSimulator
class Callers {

    static final String IVR = "ivr";

    private final ApiClient api;
    private final Voicemails voicemails;
    private final double share;
    private final Clock clock;
    private final RandomGenerator chance = new SecureRandom();
    private @Nullable Rate rate;
    private Instant next = Instant.MAX;

    Callers(ApiClient api, Voicemails voicemails, SimulatorProperties settings, Clock clock) {
        this.api = api;
        this.voicemails = voicemails;
        this.share = settings.voicemails();
        this.clock = clock;
    }

    /**
     * One, now; some leave a voicemail before.
     *
     * @param answer what their telephone is to do; null: anything
     */
    void one(@Nullable Answer answer) {
        var anybody = MadeUpCaller.any(chance, lists());
        var caller = answer == null ? anybody : anybody.whoseTelephone(answer, chance);
        var speaks = chance.nextDouble() < share;
        api.post(IVR, "/api/v1/callbacks", speaks ? caller.withVoicemail(voicemails.another()) : caller);
    }

    /** So many a minute from now on, the first one at once; null: no more. */
    synchronized void come(@Nullable Rate wanted) {
        next = wanted == null ? Instant.MAX : rate == null ? clock.instant() : wanted.next(clock.instant(), chance);
        rate = wanted;
    }

    synchronized @Nullable Rate rate() {
        return rate;
    }

    /** Lets those come whose time it is; many at once only make up for a round that came late. */
    void runOnce() {
        while (isTime(clock.instant())) {
            one(null);
        }
    }

    private synchronized boolean isTime(Instant now) {
        var coming = rate;
        if (coming == null || next.isAfter(now)) {
            return false;
        }
        // After a machine has slept nobody wants the callers of a whole night.
        var from = next.isBefore(now.minus(Duration.ofSeconds(30))) ? now : next;
        next = coming.next(from, chance);
        return true;
    }

    private List<String> lists() {
        var lists = StreamSupport.stream(api.get(IVR, "/api/v1/lists").spliterator(), false)
                .map(list -> list.path("id").asText())
                .toList();
        if (lists.isEmpty()) {
            throw new Refused(409, "there is no list on which somebody could wait");
        }
        return lists;
    }
}
