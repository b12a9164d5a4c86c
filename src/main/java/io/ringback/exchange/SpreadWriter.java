package io.ringback.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives each member of a JSON column a column of its own, behind the others: {@code attributes} with {@code order} in it
 * becomes {@code attr:order}, by which the import reads it again.
 *
 * @param names of the members
 * @param keepsJson whether the column itself stays
 */
record SpreadWriter(TableWriter writer, Place place, List<String> names, boolean keepsJson, ObjectMapper json)
        implements TableWriter {

    /** So many members have columns of their own; further ones are in the JSON only, which then stays. */
    static final int MOST = 200;

    /**
     * @param index of the JSON column
     * @param prefix that the new columns' names have
     */
    record Place(int index, String prefix) {}

    @Override
    public void head(List<String> columns) throws IOException {
        var all = new ArrayList<>(columns);
        names.forEach(name -> all.add(place.prefix() + name));
        if (!keepsJson) {
            all.remove(place.index());
        }
        writer.head(all);
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        List<@Nullable Object> all = new ArrayList<>(values);
        var members = values.get(place.index()) instanceof JsonText text ? json.readTree(text.text()) : null;
        for (var name : names) {
            all.add(members == null ? null : value(members.get(name)));
        }
        if (!keepsJson) {
            all.remove(place.index());
        }
        writer.row(all);
    }

    @Override
    public void end() throws IOException {
        writer.end();
    }

    private static @Nullable Object value(@Nullable JsonNode member) {
        if (member == null || member.isNull()) {
            return null;
        }
        if (member.isBoolean()) {
            return member.booleanValue();
        }
        return member.canConvertToLong() && member.isIntegralNumber() ? (Object) member.longValue() : text(member);
    }

    private static String text(JsonNode member) {
        return member.isValueNode() ? member.asText() : member.toString();
    }
}
