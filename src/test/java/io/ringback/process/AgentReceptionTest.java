package io.ringback.process;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;

/** The paths of {@code agentReception.bpmn}. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class AgentReceptionTest {

    @Nested
    class Running extends RunningReception {}

    @Nested
    class Stopped extends StoppedReception {}

    @Nested
    @Order(Integer.MAX_VALUE)
    class AllOfThem extends ProcessTest {

        @Test
        void haveTogetherPassedEveryFlowNodeAndEverySequenceFlow() {
            assertEverythingPassed("agentReception");
        }
    }
}
