package io.ringback.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** What a test waits for may take its time on a machine with much else to do: a test that is green never waits for long. */
public final class PatientTests implements TestExecutionListener {

    private static final Duration LONGEST = Duration.ofSeconds(45);

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        Awaitility.setDefaultTimeout(LONGEST);
    }
}
