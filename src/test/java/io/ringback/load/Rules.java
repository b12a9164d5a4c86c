package io.ringback.load;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Watches from outside what agents are given: nothing twice, nothing to two of them, and what broke otherwise. */
final class Rules {

    private final Map<String, String> holders = new ConcurrentHashMap<>();
    private final Map<String, Integer> handled = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> broken = new ConcurrentLinkedQueue<>();

    void broken(String what) {
        broken.add(what);
    }

    void given(String callbackId, String agentId) {
        var holder = holders.putIfAbsent(callbackId, agentId);
        if (holder != null && !holder.equals(agentId)) {
            broken("callback %s was given to %s while %s held it".formatted(callbackId, agentId, holder));
        }
    }

    /** To be called before the server is told, which may give it to somebody else before it answers. */
    void givenBack(String callbackId, String agentId) {
        holders.remove(callbackId, agentId);
    }

    void resolved(String callbackId) {
        if (handled.merge(callbackId, 1, Integer::sum) > 1) {
            broken("callback %s was resolved twice".formatted(callbackId));
        }
    }

    int resolved() {
        return handled.size();
    }

    boolean isResolved(String callbackId) {
        return handled.containsKey(callbackId);
    }

    List<String> all() {
        return List.copyOf(broken);
    }
}
