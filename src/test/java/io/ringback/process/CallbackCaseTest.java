package io.ringback.process;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;

/** The paths of {@code callbackCase.bpmn}, by what happens to the callback. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class CallbackCaseTest {

    @Nested
    class Requested extends RequestedCallback {}

    @Nested
    class Waiting extends WaitingCallback {}

    @Nested
    class InHand extends CallbackInHand {}

    @Nested
    class NeverEnded extends CallNeverEnded {}

    @Nested
    class LeftOpen extends WindowLeftOpen {}

    @Nested
    class Saved extends SavedOutcome {}

    @Nested
    class Apart extends ShortestTime {}

    @Nested
    class Cancelled extends CancelledCallback {}

    @Nested
    @Order(Integer.MAX_VALUE)
    class AllOfThem extends ProcessTest {

        @Test
        void haveTogetherPassedEveryFlowNodeAndEverySequenceFlow() {
            assertEverythingPassed("callbackCase");
        }
    }
}
