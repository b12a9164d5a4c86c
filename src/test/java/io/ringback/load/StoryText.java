package io.ringback.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A row as PostgreSQL copies it, taken apart at every id, time and name, so that it can be written for another case. */
final class StoryText {

    private static final String ID = "(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";
    private static final String TIME =
            "(?<day>\\d{4}-\\d\\d-\\d\\d)(?<between>[ T])(?<time>\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)(?<zone>\\+00(?::00)?|Z)";
    private static final String MILLIS = "(?<millis>(?<!\\d)1[789]\\d{11}(?!\\d))";

    private final List<Piece> pieces;

    private StoryText(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** What is to be found in the rows of one story. */
    record Finder(Pattern pattern, List<String> names, Set<String> kept) {

        /**
         * @param names that copies have others for
         * @param kept ids that copies have in common, such as those of process definitions
         */
        static Finder of(List<String> names, Set<String> kept) {
            var any = IntStream.range(0, names.size())
                    .mapToObj(slot ->
                            "(?<name%d>(?<![a-zA-Z0-9])%s(?![\\w-]))".formatted(slot, Pattern.quote(names.get(slot))))
                    .collect(Collectors.joining("|"));
            return new Finder(Pattern.compile(String.join("|", ID, TIME, MILLIS, any)), names, kept);
        }
    }

    static StoryText of(String row, Finder finder) {
        List<Piece> pieces = new ArrayList<>();
        var matcher = finder.pattern().matcher(row);
        var end = 0;
        while (matcher.find()) {
            var id = matcher.group("id");
            if (id != null && finder.kept().contains(id)) {
                continue;
            }
            literal(row.substring(end, matcher.start()), pieces);
            pieces.add(piece(matcher, finder));
            end = matcher.end();
        }
        literal(row.substring(end), pieces);
        return new StoryText(List.copyOf(pieces));
    }

    void write(StoryCopy copy, ByteArrayOutputStream to) {
        pieces.forEach(piece -> piece.write(copy, to));
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static void literal(String text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            pieces.add((copy, to) -> to.writeBytes(bytes));
        }
    }

    private static Piece piece(Matcher found, Finder finder) {
        if (found.group("id") != null) {
            return id(found.group("id"));
        }
        if (found.group("day") != null) {
            return time(found);
        }
        if (found.group("millis") != null) {
            var micros = Long.parseLong(found.group("millis")) * 1_000;
            return (copy, to) -> to.writeBytes(ascii(Long.toString(copy.time(micros) / 1_000)));
        }
        var slot = finder.names().indexOf(found.group());
        return (copy, to) -> copy.name(slot, to);
    }

    private static Piece id(String id) {
        if (id.charAt(14) != '7') {
            var rest = ascii(id.substring(8));
            return (copy, to) -> copy.id(rest, to);
        }
        var millis = Long.parseLong(id.substring(0, 8) + id.substring(9, 13), 16);
        var middle = ascii(id.substring(13, 24));
        var rest = ascii(id.substring(32));
        return (copy, to) -> copy.idOfTime(millis, middle, rest, to);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Piece time(Matcher found) {
        var micros = micros(Instant.parse(found.group("day") + "T" + found.group("time") + "Z"));
        var between = (byte) found.group("between").charAt(0);
        var zone = ascii(found.group("zone"));
        return (copy, to) -> copy.time(micros, between, zone, to);
    }

    private interface Piece {
        void write(StoryCopy copy, ByteArrayOutputStream to);
    }
}
