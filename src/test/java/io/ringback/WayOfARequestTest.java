package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The way of a request, as the page of the architecture tells it, is the one that the files go. */
class WayOfARequestTest {

    private static final Path PAGE = Path.of("docs/architecture/README.md");
    private static final List<Path> PLACES = List.of(Path.of("src/main"), Path.of("processes"), Path.of("forms"));
    private static final Pattern FILE = Pattern.compile("`([\\w-]+\\.(?:java|js|html|bpmn|dmn|form))`");
    private static final Pattern ARROW = Pattern.compile("(?=(%s)\\s+→\\s+(%s))".formatted(FILE, FILE));
    private static final Pattern SHARED = Pattern.compile("\\b(?:\\w+Delegate|message_\\w+)\\b");

    record Step(String from, String to) {}

    static List<Step> steps() throws IOException {
        return steps(way());
    }

    @Test
    void theWayIsTold() throws IOException {
        assertThat(steps()).hasSizeGreaterThan(30);
        assertThat(steps()).extracting(Step::from).contains("IntakeController.java", "SavedOutcomes.java");
    }

    @Test
    void everyFileOnTheWayIsThereOnce() throws IOException {
        var named = FILE.matcher(way()).results().map(found -> found.group(1)).collect(Collectors.toSet());

        assertThat(named).allSatisfy(name -> assertThat(found(name)).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyArrowIsAWayBetweenTwoFiles(Step step) {
        assertThat(found(step.from())).hasSize(1);
        assertThat(found(step.to())).hasSize(1);

        assertThat(isAWay(found(step.from()).get(0), found(step.to()).get(0)))
                .as("%s → %s", step.from(), step.to())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "IntakeController.java, Allocator.java",
        "Intake.java, SavedOutcomes.java",
        "Intake.java, retryPolicy.dmn",
        "retryPolicy.dmn, CaseDelegates.java",
        "dial.js, Intake.java",
    })
    void filesThatDoNotKnowEachOtherAreNoWay(String from, String to) {
        assertThat(isAWay(found(from).get(0), found(to).get(0))).isFalse();
    }

    @Test
    void aChainOfArrowsIsAStepForEachOfThem() {
        assertThat(steps("by `A.java` →\n   `B.java` → `c.js`, and `D.java`."))
                .containsExactly(new Step("A.java", "B.java"), new Step("B.java", "c.js"));
    }

    private static List<Step> steps(String text) {
        return ARROW.matcher(text)
                .results()
                .map(found -> new Step(found.group(2), found.group(4)))
                .toList();
    }

    private static String way() throws IOException {
        return Files.readString(PAGE).split("## The way of a request")[1];
    }

    private static List<Path> found(String name) {
        var found = new ArrayList<Path>();
        for (var place : PLACES) {
            try (var files = Files.walk(place)) {
                files.filter(file -> file.endsWith(name)).forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    /** One of them names the other, or both name the same delegate or message. */
    private static boolean isAWay(Path one, Path other) {
        var first = code(one);
        var second = code(other);
        return names(first, other)
                || names(second, one)
                || shared(first).stream().anyMatch(shared(second)::contains);
    }

    private static boolean names(String text, Path file) {
        var name = file.getFileName().toString();
        var called = name.endsWith(".js") ? name : name.substring(0, name.lastIndexOf('.'));
        return Pattern.compile("(?<![\\w])%s(?![\\w])".formatted(Pattern.quote(called)))
                .matcher(text)
                .find();
    }

    private static Set<String> shared(String text) {
        return Stream.of(text)
                .flatMap(all -> SHARED.matcher(all).results())
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    /** What a file does, without what its comments say. */
    private static String code(Path file) {
        var text = SourcePackage.read(file);
        return file.toString().endsWith(".java") ? text.replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "") : text;
    }
}
