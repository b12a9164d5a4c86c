package io.ringback.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventTypesTest {

    private static final Pattern CHANGE = Pattern.compile("Change\\.of\\(\\s*(?:[^\")]*\\?\\s*)?\"([A-Z_]+)\"");

    /** A new change of a callback that is missing here could not be asked for by a webhook. */
    @Test
    void everyChangeOfACallbackHasAType() throws IOException {
        var changes = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/io/ringback"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(EventTypesTest::read)
                    .flatMap(code -> CHANGE.matcher(code).results().map(found -> found.group(1)))
                    .forEach(changes::add);
        }

        assertThat(changes).hasSizeGreaterThan(15);
        assertThat(EventTypes.ALL)
                .containsAll(changes.stream().map(EventTypes::of).collect(Collectors.toSet()));
    }

    @Test
    void everyTypeLeadsBackToItsChange() {
        assertThat(EventTypes.ALL)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        type -> assertThat(EventTypes.of(EventTypes.change(type).orElseThrow()))
                                .isEqualTo(type));
        assertThat(EventTypes.change("io.ringback.reception.stopped")).contains("RECEIVING_STOPPED");
        assertThat(EventTypes.change("io.ringback.callback.unheard_of")).isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
