package io.ringback.auditor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.audit.AuditEvent;
import io.ringback.callback.AllocationFacts;
import io.ringback.callback.CallbackEvent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what events of the trail were decided from, and what else they tell. */
@Component
public class Facts {

    private static final String ALLOCATED = CallbackEvent.type(CallbackEvent.Allocated.class);

    private final ObjectMapper json;

    Facts(ObjectMapper json) {
        this.json = json;
    }

    /** Who was given the callback and what that was decided from, in the order of its events. */
    public List<Allocation> allocations(List<AuditEvent> events) {
        return events.stream()
                .filter(event -> event.type().equals(ALLOCATED))
                .map(event -> new Allocation(
                        UUID.fromString(
                                read(event.details()).path("allocationId").asText()),
                        event.agentId(),
                        event.at(),
                        of(event, AllocationFacts.FACT, AllocationFacts.class).orElse(null)))
                .toList();
    }

    /** What the event was decided from; empty where nothing of that name was kept, or where it cannot be read any more. */
    public <T> Optional<T> of(AuditEvent event, String name, Class<T> type) {
        var fact = read(event.facts()).path(name);
        if (!fact.isObject()) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readerFor(type)
                    .without(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .readValue(fact));
        } catch (IOException unknownByNow) {
            return Optional.empty();
        }
    }

    /** A JSON object of an event; an empty one for none. */
    public JsonNode read(@Nullable String text) {
        try {
            return text == null ? json.createObjectNode() : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what an audit row tells is no JSON", e);
        }
    }
}
