package io.ringback.platform.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder for temporary files that is not there is named, whoever stumbled over it. */
class TempFolderFailureAnalyzerTest {

    private static final String PROPERTY = "java.io.tmpdir";

    private final String usual = System.getProperty(PROPERTY);

    @AfterEach
    void useTheUsualOne() {
        System.setProperty(PROPERTY, usual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "/proc", "/proc/self/status", "/dev/null"})
    void namesTheFolderThatCannotBeWrittenTo(String name, @TempDir Path folder) {
        System.setProperty(PROPERTY, folder.resolve(name).toString());

        var analysis =
                requireNonNull(new TempFolderFailureAnalyzer().analyze(new IllegalStateException("no temporary file")));

        assertThat(OneLineFailureReport.line(analysis))
                .contains(folder.resolve(name).toString(), "-Djava.io.tmpdir");
    }

    @Test
    void leavesOtherFailuresToOthers() {
        assertThat(new TempFolderFailureAnalyzer().analyze(new IllegalStateException("something else")))
                .isNull();
    }
}
