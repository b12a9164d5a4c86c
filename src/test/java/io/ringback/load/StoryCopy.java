package io.ringback.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What one copy of a worked case has of its own: ids, times, names. */
final class StoryCopy {

    private static final long SPREAD = 0x9E3779B1L;
    private static final long SECOND = TimeUnit.SECONDS.toMicros(1);
    private static final long DAY = TimeUnit.DAYS.toMicros(1);
    /** What lasts longer was not waited for, but is a date that was reckoned. */
    private static final long WAITED_FOR = TimeUnit.MINUTES.toMicros(2);

    private static final Map<Long, byte[]> DAYS = new HashMap<>();

    private final byte[] own;
    private final long begin;
    private final long workedAt;
    private final int slower;
    private final List<byte[]> names;

    /**
     * @param number of the copy, which no other has
     * @param begin when it begins, in microseconds
     * @param workedAt when what it is copied from began
     * @param slower how much longer it takes
     * @param names that stand for those of the original, in the same order
     */
    StoryCopy(long number, long begin, long workedAt, int slower, List<byte[]> names) {
        // Odd, so no two numbers have the same.
        this.own = "%08x".formatted(number * SPREAD & 0xFFFFFFFFL).getBytes(StandardCharsets.US_ASCII);
        this.begin = begin;
        this.workedAt = workedAt;
        this.slower = slower;
        this.names = names;
    }

    /** An id made by chance. */
    void id(byte[] rest, ByteArrayOutputStream to) {
        to.writeBytes(own);
        to.writeBytes(rest);
    }

    /** An id that begins with the millisecond in which it was made, as those of version 7 do. */
    void idOfTime(long millis, byte[] middle, byte[] rest, ByteArrayOutputStream to) {
        hex(time(TimeUnit.MILLISECONDS.toMicros(millis)) / 1_000, to);
        to.writeBytes(middle);
        to.writeBytes(own);
        to.writeBytes(rest);
    }

    void name(int slot, ByteArrayOutputStream to) {
        to.writeBytes(names.get(slot));
    }

    /** Later times stay later, and dates that were reckoned stay as far away as they were. */
    long time(long micros) {
        var since = micros - workedAt;
        var waited = Math.max(0, Math.min(since, WAITED_FOR));
        return begin + since + waited * (slower - 1);
    }

    void time(long micros, byte between, byte[] zone, ByteArrayOutputStream to) {
        var time = time(micros);
        to.writeBytes(DAYS.computeIfAbsent(Math.floorDiv(time, DAY), StoryCopy::day));
        to.write(between);
        var ofDay = Math.floorMod(time, DAY);
        var second = (int) (ofDay / SECOND);
        digits(second / 3_600, 2, to);
        to.write(':');
        digits(second / 60 % 60, 2, to);
        to.write(':');
        digits(second % 60, 2, to);
        to.write('.');
        digits((int) (ofDay % SECOND), 6, to);
        to.writeBytes(zone);
    }

    private static void hex(long millis, ByteArrayOutputStream to) {
        for (int bits = 44; bits >= 0; bits -= 4) {
            if (bits == 12) {
                to.write('-');
            }
            to.write(Character.forDigit((int) (millis >> bits & 0xF), 16));
        }
    }

    private static byte[] day(long day) {
        return LocalDate.ofEpochDay(day).toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void digits(int value, int count, ByteArrayOutputStream to) {
        var divisor = 1;
        for (int place = 1; place < count; place++) {
            divisor *= 10;
        }
        for (var left = divisor; left > 0; left /= 10) {
            to.write('0' + value / left % 10);
        }
    }
}
