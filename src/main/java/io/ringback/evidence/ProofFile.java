package io.ringback.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.ringback.evidence.EventRow.Field;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks a file of {@link TrailExport} line by line, with nothing but the file. */
final class ProofFile {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final JsonFactory FACTORY = new JsonFactory();

    private final List<HashedEvent> events = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private @Nullable EventHash hash;
    private @Nullable Block before;
    private @Nullable Block first;
    private final @Nullable String anchor;
    private boolean anchored;
    private boolean ended;
    private long line;
    private long checked;
    private long droppedTo;

    /** @param anchor the hash that one of the blocks has to have; null for none */
    ProofFile(@Nullable String anchor) {
        this.anchor = anchor;
    }

    /** @throws Wrong at the first line that is not as it was sealed */
    Result check(InputStream file) throws IOException, Wrong {
        try (var reader = new BufferedReader(new BoundedLines(new InputStreamReader(file, StandardCharsets.UTF_8)))) {
            String text;
            while ((text = reader.readLine()) != null) {
                line++;
                take(text);
            }
        }
        if (!ended) {
            throw new Wrong(line + 1, "the file ends before its last line");
        }
        if (anchor != null && !anchored) {
            throw new Wrong(line, "no block of the file has the hash of the anchor");
        }
        return new Result(checked, first, before, droppedTo);
    }

    private void take(String text) throws Wrong {
        try {
            if (hash == null) {
                hash = new EventHash(harmless(text));
            } else if (ended) {
                throw new Wrong(line, "there is something behind the last line");
            } else if (text.startsWith("{\"id\":")) {
                events.add(event(text));
                lines.add(line);
            } else {
                block(JSON.readTree(text));
            }
        } catch (IOException | RuntimeException e) {
            throw new Wrong(line, "this is no line of such a file");
        }
    }

    private static HarmlessNames harmless(String text) throws IOException {
        var head = JSON.readTree(text);
        if (!head.path("form").asText().equals(TrailExport.FORM)) {
            throw new IOException("no such file");
        }
        return new HarmlessNames(Set.of(JSON.convertValue(head.path("harmless"), String[].class)));
    }

    private void block(JsonNode node) throws IOException, Wrong {
        if (node.has("end")) {
            ended = true;
            var blocks = before == null || first == null ? 0 : before.number() - first.number() + 1;
            if (node.get("end").asLong() != blocks || !events.isEmpty()) {
                throw new Wrong(line, "blocks are missing");
            }
            return;
        }
        var block = JSON.treeToValue(node.path("block"), Block.class);
        if (before == null) {
            first = block;
            if (!block.hash().equals(block.computed())) {
                throw new Wrong(line, told(new Broken(block.firstId(), Broken.Why.BLOCK_CHANGED)));
            }
        } else {
            var broken = BlockCheck.link(before, block);
            if (broken.isPresent()) {
                throw new Wrong(line, told(broken.get()));
            }
        }
        if (node.path("dropped").asBoolean()) {
            // The oldest go first: one behind what is kept was left out by whoever has changed the file.
            if (before != null && droppedTo < before.lastId()) {
                throw new Wrong(line, told(new Broken(block.firstId(), Broken.Why.MISSING)));
            }
            droppedTo = block.lastId();
        } else {
            compare(block);
        }
        anchored |= block.hash().equalsIgnoreCase(anchor);
        before = block;
        events.clear();
        lines.clear();
    }

    private void compare(Block block) throws Wrong {
        var broken = BlockCheck.events(block, events);
        if (broken.isPresent()) {
            var place = events.stream()
                    .map(HashedEvent::id)
                    .toList()
                    .indexOf(broken.get().sequence());
            throw new Wrong(place < 0 ? line : lines.get(place), told(broken.get()));
        }
        checked += events.size();
    }

    private static String told(Broken broken) {
        var words =
                switch (broken.why()) {
                    case CHANGED -> "event %s was changed";
                    case MISSING -> "event %s is missing";
                    case INSERTED -> "event %s was inserted";
                    case BLOCK_MISSING -> "the block that begins with event %s is missing";
                    default -> "the block that begins with event %s was changed";
                };
        return words.formatted(String.valueOf(broken.sequence()));
    }

    private HashedEvent event(String text) throws IOException {
        var values = values(text);
        var row = row(values);
        var salt = values.get("salt");
        var hasher = java.util.Objects.requireNonNull(hash);
        if (hasher.isHalfErased(row) || hasher.needsSalt(row) && salt == null) {
            return HashedEvent.of(row.id(), new byte[32]);
        }
        return HashedEvent.of(
                row.id(), hasher.of(row, hasher.needsSalt(row) ? HexFormat.of().parseHex(salt) : null));
    }

    /** Texts and numbers as such; objects as they are written. */
    private static Map<String, String> values(String text) throws IOException {
        var values = new TreeMap<String, String>();
        try (var parser = FACTORY.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                if (values.put(name, value(parser, text)) != null) {
                    throw new IOException("twice: " + name);
                }
            }
        }
        return values;
    }

    private static String value(JsonParser parser, String text) throws IOException {
        if (!parser.currentToken().isStructStart()) {
            return parser.getText();
        }
        var start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return text.substring(start, (int) parser.currentLocation().getCharOffset());
    }

    private static EventRow row(Map<String, String> values) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var because = values.get("because");
        for (var field : Field.values()) {
            var value = field == Field.CODE
                    ? because == null
                            ? null
                            : JSON.readTree(because).path("code").asText(null)
                    : values.get(ProofLines.name(field));
            var written = value == null ? new byte[0] : ProofLines.bytes(field, value);
            bytes.write(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(value == null ? -1 : written.length)
                    .array());
            bytes.write(written);
        }
        return new EventRow(bytes.toByteArray(), 0);
    }

    /**
     * That all is as it was sealed.
     *
     * @param droppedTo events up to this one are not in the file, since they are kept no longer; 0 for none
     */
    record Result(
            long events, @Nullable Block first, @Nullable Block last, long droppedTo) {}

    /** A line that is not as it was sealed. */
    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        Wrong(long line, String why) {
            super("line " + line + ": " + why);
        }
    }
}
