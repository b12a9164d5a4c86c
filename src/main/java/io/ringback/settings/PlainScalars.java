package io.ringback.settings;

import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.Schema;

/**
 * What a value without quotation marks means: true, false, null, whole numbers, and text. Not that NO is false, which is
 * also a region, nor that 22:30 is a number, as YAML 1.1 has it; nor that 0o17 is one, as YAML 1.2 has it.
 */
final class PlainScalars implements Schema {

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,8})");
    private static final Pattern NULL = Pattern.compile("~|null|");

    @Override
    public ScalarResolver getScalarResolver() {
        return (text, bare) -> bare ? tag(text) : Tag.STR;
    }

    /** Nothing is constructed. */
    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
        return Map.of();
    }

    private static Tag tag(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Tag.BOOL;
        }
        if (isInteger(text)) {
            return Tag.INT;
        }
        return NULL.matcher(text).matches() ? Tag.NULL : Tag.STR;
    }

    static boolean isInteger(String text) {
        return INTEGER.matcher(text).matches();
    }
}
