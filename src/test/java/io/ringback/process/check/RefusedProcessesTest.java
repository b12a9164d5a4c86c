package io.ringback.process.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ringback.process.ExportedProcesses;
import io.ringback.process.FreeProcesses;
import io.ringback.process.OtherDecisionsAndForms;
import io.ringback.process.RedrawnProcesses;
import io.ringback.process.WorkedModel;
import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the check finds beforehand, so that it never fails under an agent's hands. */
@Tag("long")
class RefusedProcessesTest {

    private final ProcessCheck check = ShippedModels.processCheck();

    static Stream<Refusal> refusals() {
        return Stream.of(
                        RefusedExpressions.all(),
                        RefusedTimers.all(),
                        RefusedEvents.all(),
                        RefusedEnds.all(),
                        RefusedParts.all(),
                        RefusedListeners.all(),
                        RefusedReceptions.all(),
                        RefusedKinds.all(),
                        RefusedFreedoms.all(),
                        RefusedLimits.all())
                .flatMap(rows -> rows);
    }

    static Stream<WorkedModel> accepted() {
        return Stream.of(
                        RedrawnProcesses.all(),
                        ExportedProcesses.all(),
                        OtherDecisionsAndForms.all(),
                        FreeProcesses.all())
                .flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void namesTheElementAndTheRule(Refusal refusal) {
        var findings = check.check(shippedWith(refusal.models()));

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.elementId()).isEqualTo(refusal.element());
            assertThat(finding.rule()).isEqualTo(refusal.rule());
            assertThat(finding.file())
                    .isIn(refusal.models().stream().map(EditedModel::file).toList());
            assertThat(finding.message()).doesNotContain("%");
        });
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysNoMoreThanAFewThings(Refusal refusal) {
        var findings = check.check(shippedWith(refusal.models()));

        assertThat(findings).hasSizeLessThan(6);
    }

    @ParameterizedTest
    @CsvSource({
        "task_callCustomer, giveUpDelegate",
        "task_callCustomer, releaseHeldDelegate",
        "task_talkToCustomer, resolveCallbackDelegate",
        "task_recordOutcome, resolveCallbackDelegate",
        "task_recordOutcome, cancelCallbackDelegate",
        "event_allocated, expireCallbackDelegate",
        "timer_eligible, markOverdueDelegate",
        "gateway_waiting, giveUpDelegate",
        "subprocess_handleCallback, resolveCallbackDelegate"
    })
    void aListenerToTheEndOfAWaitIsOneThingToMend(String element, String delegate) {
        var model = EditedModel.callbackCase()
                .prepend(element, RefusedListeners.listener("executionListener", "end", delegate));

        var findings = check.check(shippedWith(List.of(model)));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.elementId()).isEqualTo(element);
            assertThat(finding.rule()).isEqualTo(Rule.LISTENER);
        });
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void leavesDesignersWhatIsTheirs(WorkedModel model) {
        var findings = check.check(shippedWith(model.models()));

        assertThat(findings).filteredOn(finding -> !isOrderOfParts(finding)).isEmpty();
    }

    /** The edits add at the end of a part what modelers write further up; that is not what is looked at here. */
    private static boolean isOrderOfParts(Finding finding) {
        return finding.rule() == Rule.SCHEMA;
    }

    @Test
    void findsNothingInTheShippedFiles() {
        var findings = check.check(shippedWith(List.of()));

        assertThat(findings).isEmpty();
    }

    @Test
    void needsTheProcessesAndTheDecisionThatTheServerAsks() {
        var findings = check.check(Map.of());

        assertThat(findings)
                .extracting(Finding::elementId)
                .containsExactlyInAnyOrder("callbackCase", "agentReception", "retryPolicy");
    }

    @Test
    void namesBothFilesOfACopiedProcess() {
        var copy = EditedModel.callbackCase().named("copyOfCase.bpmn");

        var findings = check.check(shippedWith(List.of(copy)));

        assertThat(findings)
                .filteredOn(finding -> finding.rule() == Rule.DUPLICATE_ID)
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.message())
                        .contains("copyOfCase.bpmn")
                        .contains("callbackCase.bpmn"))
                .extracting(Finding::file)
                .containsExactlyInAnyOrder("copyOfCase.bpmn", "callbackCase.bpmn");
    }

    @Test
    void namesBothFilesOfACopiedDecisionOrForm() {
        var decision = EditedModel.retryPolicy().named("sales.dmn");
        var form = EditedModel.shipped("callClassification.form").named("sales.form");

        var findings = check.check(shippedWith(List.of(decision, form)));

        assertThat(findings)
                .filteredOn(finding -> finding.rule() == Rule.DUPLICATE_ID)
                .extracting(Finding::file)
                .containsExactlyInAnyOrder("retryPolicy.dmn", "sales.dmn", "callClassification.form", "sales.form");
    }

    @Test
    void tellsWhenAProcessADecisionAndAFormShareAnId() {
        var process = EditedModel.callbackCase().named("retryPolicy.bpmn").with("\"callbackCase\"", "\"retryPolicy\"");
        var form = EditedModel.shipped("callClassification.form")
                .named("callbackCase.form")
                .with("\"callClassification\"", "\"callbackCase\"");

        var findings = check.check(shippedWith(List.of(process, form)));

        assertThat(findings)
                .filteredOn(finding -> finding.rule() == Rule.DUPLICATE_ID)
                .extracting(Finding::file, Finding::elementId)
                .containsExactlyInAnyOrder(
                        tuple("retryPolicy.bpmn", "retryPolicy"),
                        tuple("retryPolicy.dmn", "retryPolicy"),
                        tuple("callbackCase.bpmn", "callbackCase"),
                        tuple("callbackCase.form", "callbackCase"));
    }

    private static Map<String, byte[]> shippedWith(List<EditedModel> models) {
        var files = new TreeMap<String, byte[]>();
        ShippedModels.all().forEach(file -> files.put(file.getFileName().toString(), ShippedModels.content(file)));
        models.forEach(model -> files.put(model.file(), model.bytes()));
        return files;
    }
}
