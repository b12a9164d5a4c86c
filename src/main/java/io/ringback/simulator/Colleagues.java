package io.ringback.simulator;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Bo and Cai, the two demo agents whom nobody need play. */
@Component
@WithSimulator
class Colleagues {

    private final List<Colleague> all;

    Colleagues(ApiClient api, SimulatorProperties settings, Clock clock) {
        var chance = new SecureRandom();
        this.all = List.of("bo", "cai").stream()
                .map(account -> new Colleague(account, api, clock, settings.pace(), chance))
                .toList();
    }

    synchronized void start() {
        all.stream().filter(one -> !one.isAtWork()).forEach(Colleague::start);
    }

    synchronized void goHome() {
        all.forEach(Colleague::goHome);
    }

    /** Whether any of them is at work. */
    boolean areAtWork() {
        return all.stream().anyMatch(Colleague::isAtWork);
    }

    boolean isAtWork(String account) {
        return all.stream().anyMatch(one -> one.isAtWork() && one.account().equals(account));
    }

    synchronized void runOnce() {
        all.forEach(Colleague::runOnce);
    }
}
