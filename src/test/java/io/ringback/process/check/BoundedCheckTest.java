package io.ringback.process.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Bounds;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However large or tangled a file is, looking at it takes less than a second. */
class BoundedCheckTest {

    private static final Duration MOST = Duration.ofSeconds(1);

    private final ProcessCheck check = ShippedModels.processCheck();

    private record Tangle(String name, String content) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Tangle> tangles() {
        return Stream.of(
                into("many tasks in a row", each(7000, i -> "<bpmn:task id='t%1$d'/>".formatted(i)) + flows(7000)),
                into(
                        "as many nodes as are looked at",
                        each(380, i -> "<bpmn:task id='t%1$d'/>".formatted(i)) + flows(380)),
                into("gateways that all lead to one another", gateways(30)),
                into("gateways that each fork and join", forks(120)),
                into(
                        "event subprocesses beside each wait",
                        each(120, BoundedCheckTest::eventSubProcess)
                                + each(120, i -> "<bpmn:userTask id='t%1$d'/>".formatted(i))
                                + flows(120)),
                into(
                        "subprocesses in subprocesses",
                        "<bpmn:subProcess id='s'>".repeat(80) + "</bpmn:subProcess>".repeat(80)),
                into(
                        "wrong references",
                        each(8000, i -> "<bpmn:receiveTask id='r%d' messageRef='m%d'/>".formatted(i, i))),
                into(
                        "wrong variables",
                        each(5000, i -> "<bpmn:userTask id='u%d' name='#{variableOfNobody%d}'/>".formatted(i, i))),
                into(
                        "outputs",
                        "<bpmn:task id='t0'><bpmn:extensionElements><camunda:inputOutput>"
                                + each(
                                        9000,
                                        i -> "<camunda:outputParameter name='v%d'>#{v%d}</camunda:outputParameter>"
                                                .formatted(i, i))
                                + "</camunda:inputOutput></bpmn:extensionElements></bpmn:task>" + flows(1)),
                into("parentheses", condition("(".repeat(900) + "related" + ")".repeat(900))),
                into("a condition of many parts", condition("related" + " or related".repeat(150))),
                into(
                        "a duration of many digits",
                        "<bpmn:intermediateCatchEvent id='t0'><bpmn:timerEventDefinition><bpmn:timeDuration>P"
                                + "9".repeat(500_000)
                                + "D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"),
                into("a long id", "<bpmn:task id='t%s'/>".formatted("x".repeat(900_000))));
    }

    @BeforeEach
    void warmUp() {
        check.check("callbackCase.bpmn", EditedModel.callbackCase().bytes());
    }

    @ParameterizedTest
    @MethodSource("tangles")
    void isRefusedWithinASecond(Tangle tangle) {
        var content = tangle.content().getBytes(UTF_8);

        var took = Bounds.cpuTimeOf(
                () -> assertThat(check.check("callbackCase.bpmn", content)).isNotEmpty());

        assertThat(took).isLessThan(MOST);
    }

    private static Tangle into(String name, String content) {
        var shipped = EditedModel.callbackCase().content();
        var edited = shipped.replace(
                        "sourceRef=\"gateway_related\" targetRef=\"gateway_backInLine\"",
                        "sourceRef=\"gateway_related\" targetRef=\"t0\"")
                .replace(
                        "<bpmn:startEvent id=\"start_callbackRequested\"",
                        content + "<bpmn:startEvent id=\"start_callbackRequested\"");
        return new Tangle(name, edited);
    }

    private static String each(int count, IntFunction<String> element) {
        return IntStream.range(0, count).mapToObj(element).collect(Collectors.joining());
    }

    private static String flows(int count) {
        return each(count - 1, i -> EditedModel.flow("f" + i, "t" + i, "t" + (i + 1)));
    }

    private static String gateways(int count) {
        var nodes = each(count, i -> "<bpmn:exclusiveGateway id='t%d'/>".formatted(i));
        return nodes
                + each(
                        count,
                        i -> each(
                                count,
                                j -> conditional("f" + i + "_" + j, "t" + i, "t" + j, STATES[j % STATES.length])));
    }

    private static final String[] STATES = {
        "#{callable == 'NOW'}",
        "#{callable != 'LATER'}",
        "#{giveUp}",
        "#{not lastAttempt}",
        "#{nextOffer == 'NONE'}",
        "#{ownDate}"
    };

    private static String conditional(String id, String from, String to, String condition) {
        return "<bpmn:sequenceFlow id='%s' sourceRef='%s' targetRef='%s'><bpmn:conditionExpression>%s</bpmn:conditionExpression></bpmn:sequenceFlow>"
                .formatted(id, from, to, condition);
    }

    private static String forks(int count) {
        return each(count, i -> "<bpmn:parallelGateway id='t%d'/>".formatted(i))
                + each(count, i -> "<bpmn:userTask id='u%d'/>".formatted(i))
                + flows(count)
                + each(
                        count - 1,
                        i -> EditedModel.flow("g" + i, "t" + i, "u" + i)
                                + EditedModel.flow("h" + i, "u" + i, "t" + (i + 1)));
    }

    private static String condition(String expression) {
        return "<bpmn:exclusiveGateway id='t0'/>"
                + conditional("f0", "t0", "gateway_backInLine", "#{" + expression + "}");
    }

    private static String eventSubProcess(int i) {
        return ("<bpmn:subProcess id='e%1$d' triggeredByEvent='true'><bpmn:startEvent id='s%1$d' isInterrupting='false'>"
                        + "<bpmn:timerEventDefinition><bpmn:timeDuration>PT%1$dM</bpmn:timeDuration></bpmn:timerEventDefinition>"
                        + "</bpmn:startEvent></bpmn:subProcess>")
                .formatted(i + 1);
    }
}
