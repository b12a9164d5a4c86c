package io.ringback.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What to measure, and how much of it. Every value can be set by {@code -Dname=value}.
 *
 * @param sizes open callbacks, one after the other and growing
 * @param contenders who takes part
 * @param cases worked in a round
 * @param rounds of each contender at each size, in turn
 * @param warmUp cases that each works before it is measured
 * @param agents who have a case in hand at once
 * @param lists over which the callbacks are spread
 * @param threads that drive each contender
 * @param folder where the data is made
 * @param jar the server; its classes when there is none
 * @param buffers memory in which PostgreSQL keeps pages of tables
 * @param serverArguments for the server's virtual machine, to look into it while it works
 * @param phases what else is asked, and how much of it
 * @param write whether docs/benchmarks.md is written anew
 */
record BenchmarkOptions(
        List<Integer> sizes,
        List<String> contenders,
        int cases,
        int rounds,
        int warmUp,
        int agents,
        int lists,
        int threads,
        Path folder,
        Path jar,
        String buffers,
        List<String> serverArguments,
        PhaseOptions phases,
        boolean write) {

    static final String SMALL = "1000";
    static final String ALL = "ringback,bare,lean,floor,tasks,flowable";

    static BenchmarkOptions read() {
        return new BenchmarkOptions(
                words("sizes", SMALL).stream().map(Integer::valueOf).toList(),
                words("contenders", ALL),
                number("cases", 320),
                number("rounds", 3),
                number("warmUp", 1_600),
                number("agents", 16),
                number("lists", 500),
                number("threads", 2),
                Path.of(text("folder", System.getProperty("java.io.tmpdir"))),
                Path.of(text("jar", "target/ringback.jar")),
                text("buffers", "256MB"),
                Arrays.stream(text("serverArguments", "").split(" "))
                        .filter(word -> !word.isBlank())
                        .toList(),
                PhaseOptions.read(),
                Boolean.getBoolean("write"));
    }

    private static List<String> words(String name, String usual) {
        return words(text(name, usual));
    }

    static List<String> words(String text) {
        return Arrays.stream(text.split(",")).filter(word -> !word.isBlank()).toList();
    }

    /** Maven hands on what nobody has set as an empty text. */
    static String text(String name, String usual) {
        var value = System.getProperty(name, "");
        return value.isBlank() ? usual : value;
    }

    static int number(String name, int usual) {
        var value = Integer.parseInt(text(name, Integer.toString(usual)));
        if (value < 1) {
            throw new IllegalArgumentException("expected -D%s of at least 1, but it is %d".formatted(name, value));
        }
        return value;
    }
}
