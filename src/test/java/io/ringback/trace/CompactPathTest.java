package io.ringback.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ways as they are kept, and what follows from them. */
class CompactPathTest {

    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
    private static final ProcessVersion OLD = new ProcessVersion("case", 3, "case:3:a");
    private static final ProcessVersion NEW = new ProcessVersion("case", 4, "case:4:b");

    @Test
    void whatIsWrittenIsReadAgain() {
        var passings = List.of(
                new Passing(0, false, OLD, "start", AT, AT, null, false),
                new Passing(0, false, OLD, "call", AT.plusMillis(7), AT.plusSeconds(40), "anna", true),
                new Passing(1, true, NEW, "called", AT.plusSeconds(3), AT.plusSeconds(3), null, false),
                new Passing(0, false, NEW, "call", AT.plusSeconds(2), null, "bo", false));

        var read = CompactPath.read(new JsonMapper().valueToTree(CompactPath.written(passings)));

        assertThat(read).isEqualTo(passings);
        assertThat(CompactPath.read(new JsonMapper().valueToTree(CompactPath.written(List.of()))))
                .isEmpty();
    }
}
