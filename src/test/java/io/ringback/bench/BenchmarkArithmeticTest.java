package io.ringback.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkArithmeticTest {

    private static final long MILLI = 1_000_000;

    @ParameterizedTest
    @CsvSource({"50, 50", "99, 99", "100, 100", "1, 1", "0, 1"})
    void aPercentileIsATimeThatSoManyDidNotExceed(double percent, double millis) {
        var times =
                LongStream.rangeClosed(1, 100).map(nth -> (101 - nth) * MILLI).toArray();

        assertThat(new Percentiles(times).millis(percent)).isEqualTo(millis);
    }

    @Test
    void thePercentilesOfASingleTimeAreThatTime() {
        var one = new Percentiles(new long[] {7 * MILLI});

        assertThat(one.millis(50)).isEqualTo(7);
        assertThat(one.millis(99)).isEqualTo(7);
    }

    @Test
    void ofNoTimesThereAreNoPercentiles() {
        assertThatThrownBy(() -> new Percentiles(new long[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theNameOfAProcessMayHoldParenthesesAndBlanks() {
        var stat = ProcStat.parse("42 (a) b (c)) S 7 42 42 0 -1 4194560 1 2 3 4 11 22 33 44 20 0 1 0 100");

        assertThat(stat).isEqualTo(new ProcStat(7, 330, 770));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "postgres: ringback_server ringback 127.0.0.1(44396) idle, ringback",
                "postgres: postgres bench_bare 127.0.0.1(5) SELECT waiting, bench_bare",
                "postgres: postgres bench_bare 127.0.0.1(5), bench_bare",
                "postgres: autovacuum worker bench_bare, bench_bare",
                "postgres: autovacuum launcher, ''",
                "postgres: checkpointer, ''",
                "postgres: logical replication launcher, ''",
            })
    void aProcessOfPostgresqlSaysForWhichDatabaseItIs(String title, String database) {
        assertThat(PostgresTime.database(title + "\0\0")).isEqualTo(database);
    }

    @Test
    void roundsOfAStepAreAddedAndStepsMakeUpTheCase() {
        var lines = new Summary(List.of(
                        result("ours", 1, Steps.INTAKE, 20, 10),
                        result("ours", 2, Steps.INTAKE, 40, 10),
                        result("ours", 1, Steps.CALL_STARTED, 10, 10),
                        result("ours", 2, Steps.CALL_STARTED, 10, 10)))
                .lines(2);

        assertThat(lines)
                .extracting(Summary.Line::step)
                .containsExactly(Steps.INTAKE, Steps.CALL_STARTED, Summary.FULL_CASE);
        assertThat(lines.get(0).cpu().sum()).isEqualTo(4.5);
        assertThat(lines.get(2).cpu().sum()).isEqualTo(6);
        assertThat(lines.get(2).cases()).isEqualTo(20);
    }

    @Test
    void aRatioIsOfServerAndPostgresqlTogether() {
        var lines = new Summary(
                        List.of(result("ours", 1, Steps.INTAKE, 30, 10), result("other", 1, Steps.INTAKE, 15, 10)))
                .lines(1);

        assertThat(Summary.ratio(lines.get(0), lines.get(2))).isCloseTo(2, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"full case, 1.0, 1.0 met", "full case, 1.01, 1.0 **missed**", "Save-and-next, 0.95, 0.9 **missed**"})
    void aTargetIsMetOrMissed(String step, double ratio, String said) {
        assertThat(Target.of(step, ratio)).isEqualTo(said);
    }

    @Test
    void aSectionIsReplacedBetweenItsMarks() {
        var page = "before\n%s\nold\n%s\nafter".formatted(MarkedSection.BEGIN, MarkedSection.END);

        assertThat(MarkedSection.replaced(page, "new\n"))
                .isEqualTo("before\n%s\n\nnew\n\n%s\nafter".formatted(MarkedSection.BEGIN, MarkedSection.END));
    }

    @Test
    void aPageWithoutMarksIsLeftAlone() {
        assertThatThrownBy(() -> MarkedSection.replaced("before", "new")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPhaseHasMarksOfItsOwn() {
        var page = """
                <!-- written by the benchmark: begin -->
                compared
                <!-- written by the benchmark: end -->
                <!-- written by the benchmark, steady: begin -->
                old
                <!-- written by the benchmark, steady: end -->
                """;

        assertThat(MarkedSection.replaced(page, "steady", "new"))
                .contains("compared")
                .contains("begin -->\n\nnew\n\n<!-- written by the benchmark, steady: end")
                .doesNotContain("old");
    }

    @Test
    void ofTheTicksOfAMachineThoseCountThatAreNeitherIdleNorWaitForDisks() {
        assertThat(MachineTime.busyMillis("cpu  100 2 30 5000 600 7 8 9 1000 1000"))
                .isEqualTo(1_560);
    }

    @Test
    void whatARunDidNotSpendItselfOthersDid() {
        var spent = Watch.Spent.of(2, new Cpu(100, 20, 60, 20), 1_200);

        assertThat(spent.others()).isEqualTo(1_000);
        assertThat(spent.share(spent.others())).isEqualTo(50);
        assertThat(spent.plus(spent).share(spent.cpu().server())).isEqualTo(2.5);
        assertThat(spent.csv()).isEqualTo("2.0,100,20,60,20,1000");
    }

    @Test
    void ticksOfARunThatTheMachineHasNotCountedYetAreNobodysElse() {
        assertThat(Watch.Spent.of(1, new Cpu(10, 0, 10, 10), 20).others()).isZero();
    }

    @Test
    void eachHasItsTurnAtTheRate() {
        var pace = new Pace(7, 30);

        assertThat(pace.turnOf(0)).isZero();
        assertThat(pace.turnOf(30)).isEqualTo(1_000 * MILLI);
        assertThat(pace.turnOf(45)).isEqualTo(1_500 * MILLI);
    }

    @Test
    void timesAreToldInTheOrderInWhichTheyWereNamed() {
        var times = new Times("b", "a", "never");
        times.add("a", Duration.ofMillis(3));
        times.add("b", Duration.ofMillis(1));
        times.add("a", Duration.ofMillis(5));

        assertThat(times.raw()).containsExactly("b,1000000", "a,3000000", "a,5000000");
        assertThat(times.cells("a")).isEqualTo("3 ms | 5 ms | 5 ms | 2 |");
        assertThat(times.cells("never")).isEqualTo("| | | 0 |");
    }

    @Test
    void onlyTheComparisonIsRunUnlessPhasesAreNamed() {
        assertThat(BenchmarkOptions.read().phases().names()).containsExactly(PhaseOptions.COMPARE);
        assertThat(PhaseOptions.named("timers,steady")).containsExactly("timers", "steady");
    }

    @Test
    void aPhaseThatThereIsNotIsFoundBeforeAnythingStarts() {
        assertThatThrownBy(() -> PhaseOptions.named("steady,typo"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("typo");
    }

    /** Half of it in the server, half in PostgreSQL, and some of the compiler. */
    private static Result result(String contender, int round, String step, double millis, int cases) {
        var times = LongStream.range(0, cases).map(nth -> MILLI).toArray();
        return new Result(contender, 1_000, round, step, new Cpu(millis, 99, millis / 2, 99), times);
    }
}
