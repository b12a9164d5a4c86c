package io.ringback.settings;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What a value without quotation marks means: true, false, null, whole numbers, and text. Not that NO is false, which is
 * also a region, nor that 22:30 is a number, as YAML 1.1 has it.
 */
final class PlainScalars extends Resolver {

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,8})");

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
        addImplicitResolver(Tag.INT, INTEGER, "-0123456789");
        addImplicitResolver(Tag.NULL, Pattern.compile("~|null|"), "~n\0");
        addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
    }

    static boolean isInteger(String text) {
        return INTEGER.matcher(text).matches();
    }
}
