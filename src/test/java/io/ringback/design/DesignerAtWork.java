package io.ringback.design;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.Http.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A designer who checks and deploys files over the API. */
public record DesignerAtWork(Http calls, String person) {

    public static final String CASE = "callbackCase.bpmn";
    static final String API = "/api/v1/processes";

    private static final ObjectMapper JSON = new ObjectMapper();

    public static DesignerAtWork in(Centre centre) {
        var person = centre.person("DESIGNER");
        return new DesignerAtWork(centre.as(person), person);
    }

    /** The shipped file. */
    public static String shipped(String file) {
        try {
            return Files.readString(Path.of(file.endsWith(".form") ? "forms" : "processes", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped process of callbacks under another name for people, which changes nothing else. */
    public static String named(String name) {
        return shipped(CASE).replace("name=\"Callback case\"", "name=\"%s\"".formatted(name));
    }

    public Answer check(String file, String content) {
        return calls.post(API + "/check", body(Map.of("files", List.of(file(file, content, null)))));
    }

    public Answer deploy(String file, String content) {
        return deploy(file, content, null, "tried out");
    }

    public Answer deploy(String file, String content, @Nullable Integer basedOn, String reason) {
        return calls.post(API, body(Map.of("files", List.of(file(file, content, basedOn)), "reason", reason)));
    }

    /** The id of a new draft of the process of callbacks, begun from the shipped version. */
    public String draft(String content) {
        return draft(content, 1);
    }

    public String draft(String content, int basedOn) {
        var based = Map.of("key", "callbackCase", "version", basedOn);
        var answer = calls.post(API + "/drafts", body(Map.of("basedOn", based)));
        if (answer.status() != 201) {
            throw new AssertionError("no draft: " + answer.body());
        }
        var id = answer.json().path("id").asText();
        save(id, content, 1);
        return id;
    }

    /** @param revision the one that is changed */
    void save(String draft, String content, int revision) {
        var saved = calls.put(API + "/drafts/" + draft, body(Map.of("content", content, "revision", revision)));
        if (saved.status() != 200) {
            throw new AssertionError("not saved: " + saved.body());
        }
    }

    public Answer restore(int version) {
        return calls.post(
                API + "/callbackCase/versions/%s/restore".formatted(version), body(Map.of("reason", "as it was")));
    }

    public Answer delete(int version) {
        return calls.send(
                "DELETE", API + "/callbackCase/versions/%s".formatted(version), body(Map.of("reason", "not needed")));
    }

    /** The version that an answer to a deployment tells of a model. */
    public static int version(Answer answer, String key) {
        for (JsonNode one : answer.json().path("deployed")) {
            if (one.path("key").asText().equals(key)) {
                return one.path("version").asInt();
            }
        }
        throw new AssertionError("no version of %s in %s %s".formatted(key, answer.status(), answer.body()));
    }

    static Map<String, Object> file(String name, String content, @Nullable Integer basedOn) {
        var file = new TreeMap<String, Object>(Map.of("name", name, "content", content));
        if (basedOn != null) {
            file.put("basedOn", basedOn);
        }
        return file;
    }

    static String body(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
