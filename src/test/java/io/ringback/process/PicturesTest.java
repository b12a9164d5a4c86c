package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures of {@code docs/processes} show what the models and the code are. */
class PicturesTest {

    private static final Path FOLDER = Path.of("docs/processes");

    static Stream<Arguments> pictures() {
        var cases = new BpmnPicture(Path.of("processes/callbackCase.bpmn"));
        var receptions = new BpmnPicture(Path.of("processes/agentReception.bpmn"));
        return Stream.of(
                Arguments.of("callbackCase.svg", cases.svg()),
                Arguments.of("agentReception.svg", receptions.svg()),
                Arguments.of("collaboration.svg", new CollaborationPicture(cases, receptions).svg()),
                Arguments.of("callbackLife.svg", LifePicture.svg()),
                Arguments.of("retryPolicy.svg", new DecisionPicture(Path.of("processes/retryPolicy.dmn")).svg()),
                Arguments.of(
                        "callbackPriority.svg", new DecisionPicture(Path.of("processes/callbackPriority.dmn")).svg()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void pictureIsUpToDate(String name, String drawn) throws IOException {
        var file = FOLDER.resolve(name);
        if (Boolean.getBoolean("pictures.draw")) {
            Files.writeString(file, drawn);
        }

        assertThat(file)
                .as("draw it again with mvn test -Dtest=PicturesTest -Dpictures.draw=true, and look at it")
                .hasContent(drawn);
    }
}
