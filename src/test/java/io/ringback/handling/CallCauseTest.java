package io.ringback.handling;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.callback.CallStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What causes stand for, as telephone systems write them. */
class CallCauseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "busy                                          | BUSY",
                "BUSY                                          | BUSY",
                "User busy                                     | BUSY",
                "USER_BUSY                                     | BUSY",
                "17                                            | BUSY",
                "' 17 '                                        | BUSY",
                "17 (User busy)                                | BUSY",
                "cause=17                                      | BUSY",
                "cause: 17                                     | BUSY",
                "Q.850;cause=17;text=\"User busy\"             | BUSY",
                "q850 ;cause = 17                              | BUSY",
                "486                                           | BUSY",
                "486 Busy Here                                 | BUSY",
                "SIP/2.0 486 Busy Here                         | BUSY",
                "SIP;cause=486                                 | BUSY",
                "SIP;cause=600;text=\"Busy Everywhere\"        | BUSY",
                "sip:486                                       | BUSY",
                "The called line was busy                      | BUSY",
                "SIP;cause=480, Q.850;cause=17                 | BUSY",
                "no answer                                     | NO_ANSWER",
                "no-answer                                     | NO_ANSWER",
                "NOANSWER                                      | NO_ANSWER",
                "NO_ANSWER                                     | NO_ANSWER",
                "NO_USER_RESPONSE                              | NO_ANSWER",
                "18                                            | NO_ANSWER",
                "19                                            | NO_ANSWER",
                "20                                            | NO_ANSWER",
                "Q.850;cause=19                                | NO_ANSWER",
                "480 Temporarily Unavailable                   | NO_ANSWER",
                "408                                           | NO_ANSWER",
                "487 Request Terminated                        | NO_ANSWER",
                "ORIGINATOR_CANCEL                             | NO_ANSWER",
                "The subscriber did not answer                 | NO_ANSWER",
                "timeout                                       | NO_ANSWER",
                "1                                             | OTHER",
                "UNALLOCATED_NUMBER                            | OTHER",
                "21                                            | OTHER",
                "call rejected                                 | OTHER",
                "404 Not Found                                 | OTHER",
                "603 Decline                                   | OTHER",
                "503                                           | OTHER",
                "CONGESTION                                    | OTHER",
                "CHANUNAVAIL                                   | OTHER",
                "failed                                        | OTHER",
                "Answered                                      | ANSWERED",
                "ANSWER                                        | ANSWERED"
            })
    void aKnownCauseProposesACallStatus(String cause, CallStatus expected) {
        assertThat(CallCause.callStatus(cause)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "16",
                "NORMAL_CLEARING",
                "Q.850;cause=16;text=\"Normal call clearing\"",
                "Normal clearing (16)",
                "200 OK",
                "SIP;cause=200;text=\"Call completed elsewhere\"",
                "31",
                "0",
                "999",
                "1717",
                "17.5",
                "hung up after 17 seconds",
                "agent",
                "besetzt",
                "\u0661\u0667",
                "",
                " ",
                "-"
            })
    void whatSaysNothingOfTheOutcomeProposesNone(String cause) {
        assertThat(CallCause.callStatus(cause)).isNull();
    }

    @Test
    void noCauseProposesNone() {
        assertThat(CallCause.callStatus(null)).isNull();
    }
}
