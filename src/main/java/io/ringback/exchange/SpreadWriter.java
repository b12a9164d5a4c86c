package io.ringback.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives each member of a JSON column a column of its own, behind the others: {@code attributes} with {@code order} in it
 * becomes {@code attr:order}, by which the import reads it again.
 */
record SpreadWriter(TableWriter writer, List<Place> places, ObjectMapper json) implements TableWriter {

    /** So many members have columns of their own; further ones are in the JSON only, which then stays. */
    static final int MOST = 200;

    /**
     * @param index of the JSON column
     * @param prefix that the new columns' names have
     * @param names of the members
     * @param keepsJson whether the column itself stays
     */
    record Place(int index, String prefix, List<String> names, boolean keepsJson) {}

    @Override
    public void head(List<String> columns) throws IOException {
        var all = new ArrayList<String>(kept(columns));
        for (var place : places) {
            place.names().forEach(name -> all.add(place.prefix() + name));
        }
        writer.head(all);
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        List<@Nullable Object> all = kept(values);
        for (var place : places) {
            var members = values.get(place.index()) instanceof JsonText text ? json.readTree(text.text()) : null;
            for (var name : place.names()) {
                all.add(members == null ? null : value(members.get(name)));
            }
        }
        writer.row(all);
    }

    @Override
    public void end() throws IOException {
        writer.end();
    }

    private <T extends @Nullable Object> List<T> kept(List<T> cells) {
        List<T> kept = new ArrayList<>(cells.size());
        for (int index = 0; index < cells.size(); index++) {
            int column = index;
            if (places.stream().allMatch(place -> place.keepsJson() || place.index() != column)) {
                kept.add(cells.get(index));
            }
        }
        return kept;
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

    /** Several choices are a list as people write it. */
    private static String text(JsonNode member) {
        if (member.isArray() && member.valueStream().allMatch(JsonNode::isValueNode)) {
            return member.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
        }
        return member.isValueNode() ? member.asText() : member.toString();
    }
}
