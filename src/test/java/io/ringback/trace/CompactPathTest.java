package io.ringback.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void ofTwoFlowsBetweenTheSameElementsNoneIsCertain() {
        var flows = flows("decide", "decide");

        assertThat(flows)
                .extracting(PassedFlow::flowId, PassedFlow::certain)
                .containsExactly(tuple("first", false), tuple("second", false));
    }

    @Test
    void ofTwoThatLedThereTheOneThatEndedLastDid() {
        assertThat(flows("ask", "decide"))
                .extracting(PassedFlow::flowId, PassedFlow::certain)
                .containsExactly(tuple("second", true));
    }

    /** Two flows, from these, to the last of three steps. */
    private static List<PassedFlow> flows(String first, String second) {
        var drawing = new Drawing(
                Map.of(),
                List.of(
                        new Drawing.Flow("first", null, first, "save"),
                        new Drawing.Flow("second", null, second, "save")));
        var passings = List.of(
                new Passing(0, false, OLD, "ask", AT, AT.plusSeconds(1), null, false),
                new Passing(0, false, OLD, "decide", AT.plusSeconds(1), AT.plusSeconds(2), null, false),
                new Passing(0, false, OLD, "save", AT.plusSeconds(2), null, null, false));
        var steps = new ArrayList<Step>();
        for (var passing : passings) {
            steps.add(new Step(
                    steps.size() + 1,
                    OLD,
                    passing.elementId(),
                    null,
                    "serviceTask",
                    passing.startedAt(),
                    passing.endedAt(),
                    null,
                    1,
                    false));
        }
        return new Ways(steps, passings).all(new Drawings() {
            @Override
            public Drawing of(ProcessVersion version) {
                return drawing;
            }

            @Override
            public Optional<Drawing> of(String process, int version) {
                return Optional.of(drawing);
            }

            @Override
            public boolean isDeleted(ProcessVersion version) {
                return false;
            }

            @Override
            public Optional<byte[]> file(String process, int version) {
                return Optional.empty();
            }
        });
    }
}
