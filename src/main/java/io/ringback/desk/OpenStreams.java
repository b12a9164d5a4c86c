package io.ringback.desk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The streams open on this node. */
@Component
class OpenStreams {

    private final Map<String, Set<DeskStream>> byAgent = new ConcurrentHashMap<>();

    void add(DeskStream stream) {
        var emitter = stream.emitter();
        emitter.onCompletion(() -> remove(stream));
        emitter.onTimeout(() -> remove(stream));
        emitter.onError(failure -> remove(stream));
        byAgent.compute(stream.agentId(), (id, open) -> {
            var all = open == null ? ConcurrentHashMap.<DeskStream>newKeySet() : open;
            all.add(stream);
            return all;
        });
    }

    void remove(DeskStream stream) {
        stream.forget();
        byAgent.computeIfPresent(stream.agentId(), (id, open) -> {
            open.remove(stream);
            return open.isEmpty() ? null : open;
        });
    }

    void end(DeskStream stream) {
        stream.complete();
        remove(stream);
    }

    /** The agent's streams as of now. */
    List<DeskStream> of(String agentId) {
        return List.copyOf(byAgent.getOrDefault(agentId, Set.of()));
    }

    Set<String> agents() {
        return Set.copyOf(byAgent.keySet());
    }

    boolean has(String agentId) {
        return byAgent.containsKey(agentId);
    }

    /** The agents with a program that takes what it is sent. */
    List<String> agentsWithProgram() {
        return byAgent.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(stream -> !stream.isOfPage() && stream.isTaking()))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<DeskStream> all() {
        return byAgent.values().stream().flatMap(Collection::stream).toList();
    }
}
