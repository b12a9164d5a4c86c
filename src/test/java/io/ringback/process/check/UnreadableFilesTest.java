package io.ringback.process.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.process.check.rule.Finding;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file holds that cannot be read is not missed as well: one mistake is told of once. */
class UnreadableFilesTest {

    static Stream<Arguments> files() {
        return Stream.of(
                        Stream.of("callbackCase.bpmn", "agentReception.bpmn", "retryPolicy.dmn")
                                .flatMap(file -> Stream.of(
                                        Arguments.of(file, "<!DOCTYPE x><x/>"),
                                        Arguments.of(file, "<x"),
                                        Arguments.of(file, ""),
                                        Arguments.of(file, "x".repeat(1024 * 1024 + 1)))),
                        Stream.of("{", "", "{\"id\": ", "x".repeat(256 * 1024 + 1))
                                .map(content -> Arguments.of("callClassification.form", content)))
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("files")
    void areTheOnlyOnesTold(String file, String content) {
        var files = new HashMap<String, byte[]>();
        ShippedModels.all().forEach(path -> files.put(path.getFileName().toString(), ShippedModels.content(path)));
        files.put(file, content.getBytes(StandardCharsets.UTF_8));

        var findings = ShippedModels.processCheck().check(files);

        assertThat(findings).isNotEmpty().extracting(Finding::file).containsOnly(file);
        assertThat(findings).extracting(Finding::elementId).containsOnly(file);
    }
}
