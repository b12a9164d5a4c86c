package io.ringback.recording;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRange;

/** The part of a recording a player asks for: from a byte on, from one to another, or the last so many. */
record ByteRange(HttpRange range) {

    /** Empty for no range, and for what need not be understood: a server may always send all. */
    static Optional<ByteRange> of(@Nullable String header) {
        try {
            var ranges = HttpRange.parseRanges(header);
            return ranges.size() == 1 ? Optional.of(new ByteRange(ranges.get(0))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What this is of a recording so long; empty when it lies behind its end. */
    Optional<Part> within(long total) {
        var first = range.getRangeStart(total);
        return first >= total ? Optional.empty() : Optional.of(new Part(first, range.getRangeEnd(total), total));
    }

    /** Whether a source that was asked for this may answer that: what begins there, and is no more. */
    boolean isAnsweredBy(Part part) {
        if (part.total() == null && isOfTheLast()) {
            return true;
        }
        var total = part.total() == null ? Long.MAX_VALUE : part.total();
        return part.first() == range.getRangeStart(total) && part.last() <= range.getRangeEnd(total);
    }

    /** As a header. */
    String header() {
        return HttpRange.toString(List.of(range));
    }

    private boolean isOfTheLast() {
        return range.toString().startsWith("-");
    }

    /**
     * Bytes of a recording, the last one included.
     *
     * @param total null when the source does not say
     */
    record Part(long first, long last, @Nullable Long total) {

        private static final Pattern FORM = Pattern.compile("bytes ([0-9]{1,15})-([0-9]{1,15})/([0-9]{1,15}|\\*)");

        /** Empty when the header is missing or makes no sense. */
        static Optional<Part> of(@Nullable String header) {
            var match = FORM.matcher(header == null ? "" : header);
            if (!match.matches()) {
                return Optional.empty();
            }
            var total = match.group(3).equals("*") ? null : Long.valueOf(match.group(3));
            var part = new Part(Long.parseLong(match.group(1)), Long.parseLong(match.group(2)), total);
            return part.first <= part.last && (total == null || part.last < total)
                    ? Optional.of(part)
                    : Optional.empty();
        }

        long length() {
            return last - first + 1;
        }

        /** As a header. */
        String header() {
            return "bytes %s-%s/%s".formatted(first, last, total == null ? "*" : total);
        }
    }
}
