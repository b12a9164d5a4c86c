package io.ringback.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringback.platform.InvalidField;
import io.ringback.platform.Malformed;
import io.ringback.platform.Texts;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

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
            throw new Malformed("Expected a YAML file that begins with \"ringback: 1\".");
        }
        return new YamlDocument((ObjectNode) reader.node(root, ""), reader.lines);
    }

    private static Node compose(String text) {
        var loading = new LoaderOptions();
        loading.setNestingDepthLimit(DEEPEST);
        loading.setMaxAliasesForCollections(0);
        loading.setCodePointLimit(Math.max(1, text.length()));
        var dumping = new DumperOptions();
        var yaml =
                new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, new PlainScalars());
        try {
            return yaml.compose(new StringReader(text));
        } catch (MarkedYAMLException unreadable) {
            var at = unreadable.getProblemMark();
            throw new Malformed("The file is not readable as YAML%s."
                    .formatted(
                            at == null ? "" : " (line %s, column %s)".formatted(at.getLine() + 1, at.getColumn() + 1)));
        } catch (YAMLException unreadable) {
            throw new Malformed("The file is not readable as YAML.");
        }
    }

    private JsonNode node(Node node, String path) {
        if (node.getAnchor() != null) {
            throw new Malformed("Anchors and aliases (& and *) are not read (line %s).".formatted(line(node)));
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
            if (!(entry.getKeyNode() instanceof ScalarNode key) || key.getAnchor() != null) {
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
        return node.getStartMark().getLine() + 1;
    }
}
