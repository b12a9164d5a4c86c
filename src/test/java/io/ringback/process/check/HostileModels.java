package io.ringback.process.check;

import static io.ringback.process.check.EditedModel.callbackCase;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Models, decisions and forms that somebody could send to get at the server, its files, its network or other people's
 * browsers, or to keep it busy. Each is a file with the reason as its name; {@code expected.psv} says what refuses it. What
 * is too large to be kept is made here.
 */
public final class HostileModels {

    /** The system property that is set when something of one is evaluated. */
    public static final String CANARY = "ringback.hostile";

    private static final Path FOLDER = Path.of("src/test/resources/hostile");
    private static final Path EXPECTED = FOLDER.resolve("expected.psv");
    private static final String HEAD = "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'"
            + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' id='definitions' targetNamespace='hostile'>"
            + "<bpmn:process id='hostile' isExecutable='true' camunda:historyTimeToLive='P30D'>";
    private static final String FOOT = "</bpmn:process></bpmn:definitions>";

    private HostileModels() {}

    /**
     * One of them.
     *
     * @param rule the code of the rule by which it is refused; {@code *} for any
     * @param element the one to blame; empty for the file
     */
    public record Hostile(String file, byte[] content, String rule, String element) {

        /** With this in the places of the server's own address and of one of its files. */
        public Hostile aimedAt(String address, Path secret) {
            var text = new String(content, ISO_8859_1)
                    .replace("@LOOPBACK@", address)
                    .replace("@FILE@", secret.toString());
            return new Hostile(file, text.getBytes(ISO_8859_1), rule, element);
        }

        /** Whether it can be sent as text and comes out as it was. */
        public boolean isText() {
            return java.util.Arrays.equals(new String(content, UTF_8).getBytes(UTF_8), content);
        }

        @Override
        public String toString() {
            return file;
        }
    }

    public static Stream<Hostile> all() {
        return Stream.concat(kept().stream(), made());
    }

    /** Those that are kept as files. */
    static List<Hostile> kept() {
        try (var lines = Files.lines(EXPECTED)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*", -1))
                    .map(parts -> new Hostile(parts[0], read(parts[0]), parts[1], parts[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all files that there are. */
    static List<String> names() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("expected.psv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Hostile> made() {
        return Stream.of(
                made("large-file.bpmn", HEAD + " ".repeat(1024 * 1024) + FOOT, "file", ""),
                made("large-decision.dmn", "<definitions>" + " ".repeat(1024 * 1024), "file", ""),
                made("large-form.form", "{\"x\":\"" + "x".repeat(256 * 1024) + "\"}", "file", ""),
                made(
                        "ten-thousand-attributes.bpmn",
                        HEAD + "<bpmn:task id='step'" + attributes() + "/>" + FOOT,
                        "*",
                        ""),
                made(
                        "ten-thousand-levels.bpmn",
                        HEAD + nested("<bpmn:subProcess>", "</bpmn:subProcess>", 10_000) + FOOT,
                        "*",
                        ""),
                made(
                        "ten-thousand-comments.bpmn",
                        HEAD + "<!-- -->".repeat(10_000) + "<bpmn:scriptTask id='step'/>" + FOOT,
                        "element",
                        "step"),
                made("ten-thousand-tasks-in-a-row.bpmn", HEAD + row() + FOOT, "*", ""),
                made("brackets-without-end.form", "[".repeat(100_000), "form", ""),
                made(
                        "a-thousand-levels.form",
                        "{\"id\":\"f\",\"type\":\"default\",\"components\":" + nested("[", "]", 990) + "}",
                        "*",
                        ""),
                made(
                        "ten-thousand-rules.dmn",
                        EditedModel.retryPolicy().content().replace("</decisionTable>", rules() + "</decisionTable>"),
                        "*",
                        ""),
                edited(
                        "message-of-the-reception.bpmn",
                        callbackCase()
                                .onFlow(
                                        "flow_receptionTold",
                                        "event_x",
                                        "<bpmn:intermediateCatchEvent id='event_x'><bpmn:messageEventDefinition"
                                                + " messageRef='message_x'/></bpmn:intermediateCatchEvent>")
                                .append(
                                        "definitions_callbackCase",
                                        "<bpmn:message id='message_x' name='message_callbackAvailable'/>"),
                        "event_x"),
                edited(
                        "tokens-that-double.bpmn",
                        callbackCase()
                                .onFlow("flow_offered", "gateway_x", "<bpmn:parallelGateway id='gateway_x'/>")
                                .append("callbackCase", EditedModel.flow("flow_x", "gateway_x", "task_offerCallback")),
                        ""));
    }

    private static Hostile edited(String name, EditedModel model, String element) {
        return new Hostile(name, model.bytes(), "*", element);
    }

    private static Hostile made(String name, String content, String rule, String element) {
        return new Hostile(name, content.getBytes(UTF_8), rule, element);
    }

    private static String attributes() {
        return IntStream.range(0, 10_000)
                .mapToObj(" camunda:a%s='x'"::formatted)
                .collect(Collectors.joining());
    }

    private static String nested(String open, String close, int levels) {
        return open.repeat(levels) + close.repeat(levels);
    }

    private static String row() {
        return "<bpmn:startEvent id='t0'/>"
                + IntStream.range(1, 5_000)
                        .mapToObj(i ->
                                "<bpmn:task id='t%s'/><bpmn:sequenceFlow id='f%s' sourceRef='t%s' targetRef='t%s'/>"
                                        .formatted(i, i, i - 1, i))
                        .collect(Collectors.joining());
    }

    private static String rules() {
        return "<rule id='r'><inputEntry id='i'><text>-</text></inputEntry></rule>".repeat(10_000);
    }
}
