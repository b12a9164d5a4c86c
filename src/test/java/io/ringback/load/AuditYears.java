package io.ringback.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Copies stories until years are full of them: in the order in which they begin, and with their events mixed as they
 * happen, so that they lie on the disk as those of a real centre do. A few lists and agents have most of them.
 */
final class AuditYears {

    private static final int AT_ONCE = 5_000;
    private static final long DAY = TimeUnit.DAYS.toMicros(1);
    private static final long MINUTE = TimeUnit.MINUTES.toMicros(1);

    private final AuditSizeOptions options;
    private final List<Story> stories;
    private final double[] ofStories;
    private final List<String> lists;
    private final List<String> agents;
    private final double[] ofLists;
    private final double[] ofAgents;
    private final long[] free;
    private final Random random = new Random(1);
    private final PriorityQueue<Written> pending = new PriorityQueue<>(Comparator.comparingLong(Written::at));
    private final Map<String, ByteArrayOutputStream> rows = new LinkedHashMap<>();
    private long copies;
    private long written;

    AuditYears(AuditSizeOptions options, List<Story> stories, List<String> lists, List<String> agents) {
        this.options = options;
        this.stories = stories;
        this.ofStories = added(weights(stories, options.events() / (double) options.callbacks()));
        this.lists = lists;
        this.agents = agents;
        this.ofLists = added(IntStream.range(0, lists.size()).mapToDouble(nth -> 1 / (nth + 1.0)));
        this.ofAgents = added(IntStream.range(0, agents.size()).mapToDouble(nth -> 1 / (nth + 3.0)));
        this.free = new long[agents.size()];
    }

    /** All of them; answers the number of events. */
    long write(BulkLoad load, Map<String, String> columns) {
        columns.keySet().forEach(table -> rows.put(table, new ByteArrayOutputStream()));
        var now = Instant.now();
        var first = StoryText.micros(now.minus(Duration.ofDays(365L * options.years())));
        var days = 365 * options.years() - 2;
        var done = 0;
        var waiting = 0;
        for (int day = 0; day < days; day++) {
            var upTo = (int) (options.callbacks() * (day + 1L) / days);
            for (var begin : begins(first + day * DAY, upTo - done)) {
                var callbacks = copy(begin);
                done += callbacks;
                waiting += callbacks;
                if (waiting >= AT_ONCE) {
                    waiting = 0;
                    flush(begin, load, columns);
                }
            }
        }
        flush(Long.MAX_VALUE, load, columns);
        return written;
    }

    /** Those of a day, most of them in office hours; fewer, since some stories are of two callbacks. */
    private long[] begins(long day, int callbacks) {
        return IntStream.range(0, Math.max(0, callbacks))
                .mapToLong(nth -> day + (6 * 60 + random.nextInt(10 * 60)) * MINUTE + random.nextInt((int) MINUTE))
                .sorted()
                .toArray();
    }

    private int copy(long begin) {
        var story = stories.get(drawn(ofStories));
        var slower = 3 + random.nextInt(20);
        List<byte[]> names = new ArrayList<>();
        names.add(lists.get(drawn(ofLists)).getBytes(StandardCharsets.US_ASCII));
        List<Integer> taken = new ArrayList<>();
        for (int nth = 0; nth < story.agents(); nth++) {
            var agent = freeAgent(begin, taken);
            taken.add(agent);
            names.add(agents.get(agent).getBytes(StandardCharsets.US_ASCII));
        }
        names.add(number().getBytes(StandardCharsets.US_ASCII));
        var copy = new StoryCopy(++copies, begin, story.workedAt(), slower, names);
        story.rows().forEach((table, texts) -> {
            var out = rows.computeIfAbsent(table, any -> new ByteArrayOutputStream());
            texts.forEach(text -> text.write(copy, out));
        });
        var end = begin;
        for (var event : story.events()) {
            var text = new ByteArrayOutputStream();
            event.text().write(copy, text);
            end = copy.time(event.at());
            pending.add(new Written(end, text.toByteArray()));
        }
        for (var agent : taken) {
            free[agent] = end;
        }
        return story.callbacks();
    }

    /** Nobody receives twice at once. */
    private int freeAgent(long begin, List<Integer> taken) {
        var agent = drawn(ofAgents);
        for (int tries = 0; tries < agents.size() && (free[agent] > begin || taken.contains(agent)); tries++) {
            agent = (agent + 1) % agents.size();
        }
        return agent;
    }

    /** Some call again and again. */
    private String number() {
        var chance = random.nextDouble();
        return "358" + (400_000_000L + (long) (chance * chance * options.callbacks()));
    }

    private void flush(long upTo, BulkLoad load, Map<String, String> columns) {
        var trail = Objects.requireNonNull(rows.get("audit_event"));
        while (!pending.isEmpty() && pending.element().at() < upTo) {
            trail.writeBytes(pending.remove().text());
            written++;
        }
        load.makeRoom();
        rows.forEach((table, out) -> {
            load.copy(table, Objects.requireNonNull(columns.get(table)), out);
            out.reset();
        });
    }

    private int drawn(double[] added) {
        var place = Arrays.binarySearch(added, random.nextDouble() * added[added.length - 1]);
        return Math.min(added.length - 1, place < 0 ? -place - 1 : place);
    }

    private static double[] added(DoubleStream weights) {
        var sums = weights.toArray();
        Arrays.parallelPrefix(sums, Double::sum);
        return sums;
    }

    /** Of long stories so many more, or fewer, that there will be as many events for each callback as are wanted. */
    private static DoubleStream weights(List<Story> stories, double wanted) {
        double missing = 0;
        double beyond = 0;
        for (var story : stories) {
            var more = story.weight() * (story.events().size() - wanted * story.callbacks());
            missing += Math.max(0, -more);
            beyond += Math.max(0, more);
        }
        var factor = beyond == 0 ? 1 : missing / beyond;
        return stories.stream()
                .mapToDouble(story ->
                        story.events().size() > wanted * story.callbacks() ? story.weight() * factor : story.weight());
    }

    private record Written(long at, byte[] text) {}
}
