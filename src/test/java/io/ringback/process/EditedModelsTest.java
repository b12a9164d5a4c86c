package io.ringback.process;

import static io.ringback.support.Centre.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Models as designers and their tools write them, deployed as from the folders, and cases worked through to each end. */
@RingbackTest
class EditedModelsTest {

    /** Time for what a model still does when its case is closed. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(10);

    @Autowired
    private BeanFactory server;

    @Autowired
    private EngineDriver engine;

    static Stream<WorkedModel> models() {
        return Stream.of(ExportedProcesses.all(), RedrawnProcesses.all(), OtherDecisionsAndForms.all())
                .flatMap(models -> models);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void isWorkedThroughToEachEnd(WorkedModel model) {
        var incidents = engine.incidents();

        try (var bench = ModelBench.of(server)) {
            var before = bench.version("callbackCase");
            bench.deploy(model.models());
            assertThat(bench.version("callbackCase")).isEqualTo(before + (model.changesTheCase() ? 1 : 0));

            model.ways().forEach(way -> work(bench, model, way));
        }

        assertThat(engine.incidents()).isEqualTo(incidents);
    }

    private void work(ModelBench bench, WorkedModel model, Way way) {
        var shift = new Shift(server, model.settings()).answering(model.answers());
        try {
            way.work(shift);
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError("%s: %s".formatted(way, failed.getMessage()), failed);
        } finally {
            shift.end();
        }
        shift.closed().forEach(callback -> shift.pass(callback, AFTERWARDS));
        assertThat(shift.closed()).isNotEmpty().allSatisfy(callback -> bench.assertWorkedThrough(id(callback)));
        model.passed().forEach((element, ways) -> {
            if (ways.contains(way)) {
                assertThat(bench.passed(id(shift.closed().get(shift.closed().size() - 1))))
                        .contains(element);
            }
        });
    }
}
