package io.ringback.process;

import io.ringback.process.check.ShippedModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A shipped model, changed as a designer would change it. */
final class RedrawnFile {

    private final Path shipped;
    private String text;

    private RedrawnFile(Path shipped, String text) {
        this.shipped = shipped;
        this.text = text;
    }

    static RedrawnFile of(String shipped) {
        var file = Path.of(shipped);
        return new RedrawnFile(file, new String(ShippedModels.content(file), java.nio.charset.StandardCharsets.UTF_8));
    }

    RedrawnFile replace(String part, String by) {
        if (!text.contains(part)) {
            throw new AssertionError("%s has no %s".formatted(shipped, part));
        }
        text = text.replace(part, by);
        return this;
    }

    /** Takes an element out, and its shape. */
    RedrawnFile without(String id) {
        take("<bpmn:(\\w+) id=\"%s\"[^>]*?(?:/>|>.*?</bpmn:\\1>)".formatted(id));
        take("<bpmndi:(\\w+) id=\"%s_di\".*?</bpmndi:\\1>".formatted(id));
        take("<bpmn:(incoming|outgoing)>%s</bpmn:\\1>".formatted(id));
        return this;
    }

    /** Adds an element, without drawing it, before an element of the process. */
    RedrawnFile before(String id, String added) {
        var place = Pattern.compile("<bpmn:\\w+ id=\"%s\"".formatted(id)).matcher(text);
        if (!place.find()) {
            throw new AssertionError("%s has no %s".formatted(shipped, id));
        }
        text = text.substring(0, place.start()) + added + text.substring(place.start());
        return this;
    }

    String text() {
        return text;
    }

    /** Puts it into a folder under its shipped name. */
    void into(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(shipped.getFileName()), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String pattern) {
        text = Pattern.compile(pattern, Pattern.DOTALL).matcher(text).replaceAll("");
    }
}
