package io.ringback.list;

import org.springframework.context.ApplicationContext;

/** One sweep of the tallies, to measure how long it takes. */
public final class TallySweep {

    private TallySweep() {}

    public static Runnable of(ApplicationContext server) {
        return server.getBean(ListTallies.class)::runOnce;
    }
}
