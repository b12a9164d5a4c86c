package io.ringback.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** All rounds of a contender at a size together. */
final class Summary {

    /** The name of all steps together. */
    static final String FULL_CASE = "full case";

    private final List<Result> results;

    Summary(Collection<Result> results) {
        this.results = List.copyOf(results);
    }

    /** What was measured for a step; for all of them together with {@link #FULL_CASE}. */
    record Line(String contender, int size, String step, long cases, Cpu cpu, Percentiles times, double seconds) {

        /** Of one after the other in as many threads as there were. */
        double rate() {
            return cases / seconds;
        }
    }

    List<Line> lines(int threads) {
        List<Line> lines = new ArrayList<>();
        for (var contender : distinct(results.stream().map(Result::contender))) {
            for (var size : distinct(of(contender).map(Result::size))) {
                var here = of(contender).filter(result -> result.size() == size).toList();
                var steps = distinct(here.stream().map(Result::step));
                var ofSteps = steps.stream()
                        .map(step -> line(
                                step,
                                here.stream()
                                        .filter(result -> result.step().equals(step))
                                        .toList(),
                                threads))
                        .toList();
                lines.addAll(ofSteps);
                lines.add(fullCase(ofSteps));
            }
        }
        return lines;
    }

    private static Line line(String step, List<Result> rounds, int threads) {
        var nanos = rounds.stream()
                .flatMapToLong(result -> Arrays.stream(result.nanos()))
                .toArray();
        var spent = rounds.stream().map(Result::cpu).reduce(Cpu.NONE, Cpu::plus).by(nanos.length);
        var first = rounds.get(0);
        var seconds = Arrays.stream(nanos).sum() / 1e9 / threads;
        return new Line(first.contender(), first.size(), step, nanos.length, spent, new Percentiles(nanos), seconds);
    }

    /** Its times are those of the last step, since nobody waits for a whole case. */
    private static Line fullCase(List<Line> steps) {
        var last = steps.get(steps.size() - 1);
        return new Line(
                last.contender(),
                last.size(),
                FULL_CASE,
                last.cases(),
                steps.stream().map(Line::cpu).reduce(Cpu.NONE, Cpu::plus),
                last.times(),
                steps.stream().mapToDouble(Line::seconds).sum());
    }

    /** How many times as much processor time one takes as the other. */
    static double ratio(Line ours, Line others) {
        return ours.cpu().sum() / others.cpu().sum();
    }

    private Stream<Result> of(String contender) {
        return results.stream().filter(result -> result.contender().equals(contender));
    }

    private static <T> List<T> distinct(Stream<T> all) {
        return all.distinct().toList();
    }
}
