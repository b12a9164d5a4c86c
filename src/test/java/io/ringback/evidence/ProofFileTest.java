package io.ringback.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.audit.AuditEntry;
import io.ringback.audit.AuditTrail;
import io.ringback.audit.Because;
import io.ringback.support.RingbackTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A file of the record is checked with nothing but the file. */
@RingbackTest
class ProofFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Sealer sealer;

    @Autowired
    private TrailExport export;

    @Autowired
    private JdbcChain chain;

    @BeforeEach
    void seal() {
        audit.record(new AuditEntry(
                "CANCELLED",
                UUID.randomUUID(),
                "sales",
                "anna",
                "WAITING",
                "CANCELLED",
                Because.said("\"ä\" \\ {by Bob}, \u2028"),
                Map.of("callId", "c1", "text", "{\"a\": [1, 2]}"),
                Map.of(),
                Map.of()));
        audit.record(AuditEntry.ofAgent("RECEIVING_STARTED", "anna", null, null));
        while (sealer.seal()) {
            // on
        }
    }

    @Test
    void aWholeFileIsRight() throws IOException {
        assertThat(verified(exported())).startsWith("0 OK: ");
        assertThat(verified(exported(), "--anchor", chain.last().orElseThrow().hash()))
                .startsWith("0 OK: ");
        assertThat(verified(exported(), "--anchor", "ab")).startsWith("1 ").contains("anchor");
    }

    @Test
    void theFirstWrongLineIsNamed() throws IOException {
        var lines = exported().lines().toList();
        for (var line = 1; line < lines.size(); line++) {
            var changed = new java.util.ArrayList<>(lines);
            changed.remove(line);
            assertThat(verified(String.join("\n", changed)))
                    .as("without line %s", line + 1)
                    .startsWith("1 ");
        }
        var said =
                lines.stream().filter(line -> line.contains("Bob")).findFirst().orElseThrow();
        assertThat(verified(exported().replace(said, said.replace("by Bob", "by Rob"))))
                .startsWith("1 ")
                .contains("line " + (lines.indexOf(said) + 1) + ": event")
                .contains("was changed");
    }

    @Test
    void whatIsNoSuchFileIsSaid() throws IOException {
        assertThat(verified("something else")).startsWith("1 ").contains("line 1");
        var out = new ByteArrayOutputStream();
        assertThat(VerifyCommand.run(List.of(folder.resolve("none").toString()), new PrintStream(out)))
                .isEqualTo(2);
        assertThat(VerifyCommand.run(List.of(), new PrintStream(out))).isEqualTo(2);
    }

    @Test
    void whatIsLeftOutBetweenWhatIsKeptWasNotDropped() throws IOException {
        seal();
        var lines = new java.util.ArrayList<>(exported().lines().toList());
        var last = lines.size() - 2;
        lines.set(last, lines.get(last).replace("\"dropped\":false", "\"dropped\":true"));
        while (lines.get(lines.size() - 3).startsWith("{\"id\":")) {
            lines.remove(lines.size() - 3);
        }

        assertThat(verified(String.join("\n", lines))).startsWith("1 ").contains("is missing");
    }

    @Test
    void aLineWithoutEndIsNotReadToItsEnd() throws IOException {
        var head = exported().lines().findFirst().orElseThrow();

        assertThat(verified(head + "\n" + " ".repeat(BoundedLines.LONGEST + 100_000)))
                .startsWith("2 ")
                .contains("a line is longer");
    }

    @Test
    void ofNothingTheFileIsEmptyAndRight() throws IOException {
        var end = new CheckedRange.Sequence(Long.MAX_VALUE);
        seal();

        assertThat(verified(exported(new CheckedRange(end, null)))).startsWith("0 OK: there is nothing");
        assertThat(verified(exported(new CheckedRange(end, new CheckedRange.Sequence(1)))))
                .startsWith("0 OK: there is nothing");
    }

    private String exported() throws IOException {
        return exported(CheckedRange.ALL);
    }

    private String exported(CheckedRange range) throws IOException {
        var out = new ByteArrayOutputStream();
        export.write(range, out, () -> true);
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            return new String(unzipped.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The way out, and what is said. */
    private String verified(String file, String... options) throws IOException {
        var path = Files.writeString(folder.resolve("record.jsonl"), file);
        var out = new ByteArrayOutputStream();
        var arguments = new java.util.ArrayList<>(List.of(path.toString()));
        arguments.addAll(List.of(options));
        return VerifyCommand.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8)) + " "
                + out.toString(StandardCharsets.UTF_8);
    }
}
