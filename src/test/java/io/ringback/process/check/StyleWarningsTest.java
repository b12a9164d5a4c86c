package io.ringback.process.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.rule.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is drawn so that people read it wrongly is told, and deployed all the same. */
class StyleWarningsTest {

    private static final String FILE = "callbackCase.bpmn";
    private static final String CASE =
            new String(ShippedModels.content(Path.of("processes", FILE)), StandardCharsets.UTF_8);

    static Iterable<Path> shipped() {
        return ShippedModels.all();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void nothingIsToBeSaidOfWhatIsShipped(Path file) {
        assertThat(ProcessCheck.style(file.getFileName().toString(), ShippedModels.content(file)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    (id="task_registerCallback") name="[^"]*"       | $1                        | style-label   | task_registerCallback
                    (id="gateway_resolved") name="[^"]*"            | $1                        | style-label   | gateway_resolved
                    (id="flow_resolvedNo") name="[^"]*"             | $1                        | style-label   | flow_resolvedNo
                    task_registerCallback                           | Activity_0abc123          | style-id      | Activity_0abc123
                    (?s)<bpmndi:BPMNEdge [^>]*flow_resolvedNo".*?</bpmndi:BPMNEdge> | ``        | style-shape   | flow_resolvedNo
                    """)
    void whatIsDrawnPoorlyIsTold(String what, String by, String rule, String element) {
        var drawn = CASE.replaceAll(what, by);

        assertThat(drawn).isNotEqualTo(CASE);
        assertThat(ProcessCheck.style(FILE, drawn.getBytes(StandardCharsets.UTF_8)))
                .extracting(finding -> finding.rule().code(), Finding::elementId, Finding::severity)
                .contains(org.assertj.core.groups.Tuple.tuple(rule, element, Severity.WARNING));
    }

    @Test
    void whatLiesOverSomethingElseIsTold() {
        var drawn = CASE.replaceAll("(<dc:Bounds )x=\"[^\"]*\" y=\"[^\"]*\"", "$1x=\"100\" y=\"100\"");

        assertThat(ProcessCheck.style(FILE, drawn.getBytes(StandardCharsets.UTF_8)))
                .extracting(Finding::rule)
                .contains(Rule.STYLE_OVERLAP);
    }

    @Test
    void aWarningIsNoError() {
        var files = Map.of(
                FILE,
                CASE.replaceAll("(id=\"gateway_resolved\") name=\"[^\"]*\"", "$1")
                        .getBytes(StandardCharsets.UTF_8));
        var beside = new TreeMap<String, byte[]>();
        ShippedModels.all().forEach(file -> beside.put(file.getFileName().toString(), ShippedModels.content(file)));

        assertThat(ShippedModels.processCheck().check(files, beside))
                .isNotEmpty()
                .extracting(Finding::severity)
                .containsOnly(Severity.WARNING);
    }
}
