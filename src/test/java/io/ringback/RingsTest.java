package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rings of tests stay apart: what starts a server or a database says so, and the plain ring leaves it out. */
class RingsTest {

    private static final Pattern STARTS = Pattern.compile(
            "^import .*\\.(SpringBootTest|SpringApplicationBuilder|EmbeddedPostgres|TestDatabase|RestartableServer|TwoNodes);$",
            Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("^ +@(Test|ParameterizedTest)\\b", Pattern.MULTILINE);
    private static final Pattern TAGGED =
            Pattern.compile("^@(RingbackTest|BrowserTest|Tag\\(\"(server|browser|screens)\"\\))", Pattern.MULTILINE);
    private static final Pattern EXTENDS =
            Pattern.compile("^(?:abstract )?class \\w+ extends (\\w+)", Pattern.MULTILINE);
    private static final Path TESTS = Path.of("src/test/java");

    static List<Path> tests() throws IOException {
        try (var files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> TEST.matcher(read(file)).find())
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("tests")
    void whatStartsAServerOrADatabaseIsTagged(Path test) {
        assertThat(isPlain(read(test)) && STARTS.matcher(read(test)).find())
                .as("starts a server or a database, but has no tag of a ring")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allocation/InTurnTest",
                "callback/DeadlinesTest",
                "hours/OpeningCalendarTest",
                "intake/RequestedTimesTest"
            })
    void theRulesOfACallbackAreInThePlainRing(String test) {
        assertThat(isPlain(read(TESTS.resolve("io/ringback/%s.java".formatted(test)))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simulator/SimulatorTest",
                "process/ShortestTime",
                "list/ListSettingsTest",
                "browser/KeyboardTest"
            })
    void othersAreNot(String test) {
        assertThat(isPlain(read(TESTS.resolve("io/ringback/%s.java".formatted(test)))))
                .isFalse();
    }

    private static boolean isPlain(String source) {
        var base = EXTENDS.matcher(source);
        return !TAGGED.matcher(source).find() && (!base.find() || isPlain(read(fileOf(base.group(1)))));
    }

    private static Path fileOf(String testClass) {
        try (var files = Files.walk(TESTS)) {
            return files.filter(file -> file.endsWith(testClass + ".java"))
                    .findFirst()
                    .orElse(Path.of("pom.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
