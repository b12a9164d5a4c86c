package io.ringback.recording;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a recording a player asks for: {@code bytes=first-}, {@code bytes=first-last}, or the last bytes of it
 * ({@code bytes=-number}), which has no first one.
 */
record ByteRange(@Nullable Long first, @Nullable Long last) {

    private static final Pattern FORM = Pattern.compile("bytes=([0-9]{0,15})-([0-9]{0,15})");

    /** Empty for no range, and for what need not be understood: a server may always send all. */
    static Optional<ByteRange> of(@Nullable String header) {
        var match = FORM.matcher(header == null ? "" : header);
        if (!match.matches()) {
            return Optional.empty();
        }
        var first = number(match.group(1));
        var last = number(match.group(2));
        var meaningless = first == null ? last == null : last != null && last < first;
        return meaningless ? Optional.empty() : Optional.of(new ByteRange(first, last));
    }

    /** What this is of a recording so long; empty when it lies behind its end. */
    Optional<Part> within(long total) {
        if (first == null) {
            var wanted = last == null ? 0 : Math.min(last, total);
            return wanted == 0 ? Optional.empty() : Optional.of(new Part(total - wanted, total - 1, total));
        }
        return first >= total
                ? Optional.empty()
                : Optional.of(new Part(first, last == null ? total - 1 : Math.min(last, total - 1), total));
    }

    /** Whether a source that was asked for this may answer that. */
    boolean isAnsweredBy(Part part) {
        return (first == null || part.first() == first) && (first == null || last == null || part.last() <= last);
    }

    /** As a header. */
    String header() {
        return "bytes=%s-%s".formatted(first == null ? "" : first, last == null ? "" : last);
    }

    private static @Nullable Long number(String digits) {
        return digits.isEmpty() ? null : Long.valueOf(digits);
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
