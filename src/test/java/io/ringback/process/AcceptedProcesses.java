package io.ringback.process;

import static io.ringback.process.EditedModel.callbackCase;

import java.util.stream.Stream;

/** Processes as designers redraw them. */
final class AcceptedProcesses {

    private AcceptedProcesses() {}

    static Stream<WorkedModel> all() {
        return Stream.of(
                WorkedModel.of("shipped, as it is but for a label", callbackCase().set("task_callCustomer", "name", "Soita asiakkaalle")),
                WorkedModel.of(
                                "an extra task before the retry",
                                callbackCase()
                                        .onFlow("flow_retryDecided", "task_extra", "<bpmn:task id='task_extra'/>"))
                        .passing("task_extra", Way.BUSY_THEN_ANSWERED, Way.GIVEN_UP));
    }
}
