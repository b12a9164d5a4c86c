package io.ringback.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** The finer settings as they are kept in a list's row. */
@Component
class StoredPolicy {

    private final ObjectMapper json;

    StoredPolicy(ObjectMapper json) {
        this.json = json;
    }

    ListPolicy read(String text) {
        try {
            return text.equals("{}") ? ListPolicy.DEFAULT : json.readValue(text, ListPolicy.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The finer settings of a list cannot be read", e);
        }
    }

    String written(ListPolicy policy) {
        try {
            return json.writeValueAsString(policy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The finer settings of a list can always be written as JSON", e);
        }
    }
}
