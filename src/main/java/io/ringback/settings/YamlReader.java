package io.ringback.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringback.platform.input.Texts;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.Malformed;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads YAML as plain data. Only the tree of nodes is taken from the parser: nothing is constructed, and anchors, aliases
 * and tags are refused, so that a small file cannot become a large one.
 */
final class YamlReader {

    private static final int DEEPEST = 16;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Integer> lines = new HashMap<>();

    private YamlReader() {}

    /**
     * @throws Malformed when it is no YAML, or none of this kind
     * @throws InvalidField when a name is there twice
     */
    static YamlDocument read(String text) {
        var reader = new YamlReader();
        var root = compose(text);
        if (!(root instanceof MappingNode)) {
            throw another();
        }
        return new YamlDocument((ObjectNode) reader.node(root, ""), reader.lines);
    }

    private static Node compose(String text) {
        var settings = LoadSettings.builder()
                .setSchema(new PlainScalars())
                .setAllowDuplicateKeys(true) // told with their line and path below
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(Math.max(1, text.length()))
                .build();
        try {
            checkDepth(new Parse(settings).parseString(text));
            return new Compose(settings).composeString(text).orElseThrow(YamlReader::another);
        } catch (MarkedYamlEngineException unreadable) {
            throw new Malformed("The file is not readable as YAML%s."
                    .formatted(unreadable
                            .getProblemMark()
                            .map(at -> " (line %s, column %s)".formatted(at.getLine() + 1, at.getColumn() + 1))
                            .orElse("")));
        } catch (YamlEngineException unreadable) {
            throw new Malformed("The file is not readable as YAML.");
        }
    }

    /** The tree is made by recursion, the events before it are not. */
    private static void checkDepth(Iterable<Event> events) {
        int depth = 0;
        for (var event : events) {
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                throw new Malformed("The file is nested too deeply: at most %s levels are read.".formatted(DEEPEST));
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            } else if (event instanceof AliasEvent) {
                throw anchored(event.getStartMark());
            }
        }
    }

    private JsonNode node(Node node, String path) {
        if (node.getAnchor().isPresent()) {
            throw anchored(node.getStartMark());
        }
        lines.putIfAbsent(path, line(node));
        if (node instanceof MappingNode mapping) {
            return expectTag(node, Tag.MAP, object(mapping, path));
        }
        if (node instanceof SequenceNode sequence) {
            var array = JSON.arrayNode();
            for (var element : sequence.getValue()) {
                array.add(node(element, "%s[%s]".formatted(path, array.size())));
            }
            return expectTag(node, Tag.SEQ, array);
        }
        return scalar((ScalarNode) node);
    }

    private ObjectNode object(MappingNode mapping, String path) {
        var object = JSON.objectNode();
        for (var entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)
                    || key.getAnchor().isPresent()) {
                throw new Malformed("Names must be plain text (line %s).".formatted(line(entry.getKeyNode())));
            }
            var inside = YamlDocument.inside(path, plain(key));
            if (object.has(key.getValue())) {
                throw new InvalidField(inside, "line %s: is there twice".formatted(line(key)));
            }
            lines.put(inside, line(key));
            object.set(key.getValue(), node(entry.getValueNode(), inside));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode node) {
        var text = plain(node);
        if (node.getTag().equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return JSON.booleanNode(text.equals("true"));
        }
        if (node.getTag().equals(Tag.INT) && PlainScalars.isInteger(text)) {
            return JSON.numberNode(Integer.parseInt(text));
        }
        return expectTag(node, Tag.STR, JSON.textNode(text));
    }

    /** No text here has use for a NUL, and none can be stored. */
    private static String plain(ScalarNode node) {
        if (!Texts.isStorable(node.getValue())) {
            throw new Malformed("The text in line %s holds characters that cannot be stored.".formatted(line(node)));
        }
        return node.getValue();
    }

    private static <T> T expectTag(Node node, Tag expected, T value) {
        if (!node.getTag().equals(expected)) {
            throw new Malformed("Tags (!) are not read (line %s).".formatted(line(node)));
        }
        return value;
    }

    private static int line(Node node) {
        return line(node.getStartMark());
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }

    private static Malformed anchored(Optional<Mark> where) {
        return new Malformed("Anchors and aliases (& and *) are not read (line %s).".formatted(line(where)));
    }

    private static Malformed another() {
        return new Malformed("Expected a YAML file that begins with \"ringback: 1\".");
    }
}
