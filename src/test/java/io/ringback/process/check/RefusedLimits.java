package io.ringback.process.check;

import static io.ringback.process.check.EditedModel.callbackCase;

import io.ringback.process.check.rule.Rule;
import java.util.stream.Stream;

/** Timers that end a wait as soon as it begins. */
final class RefusedLimits {

    private static final String EXPIRY = "timer_expired";
    private static final String NO_CALL = "timer_noCallMade";
    private static final String TOO_LONG = "timer_callTooLong";
    private static final String LEFT_OPEN = "timer_windowLeftOpen";

    private RefusedLimits() {}

    static Stream<Refusal> all() {
        return Stream.of(
                duration(EXPIRY, "PT0S"),
                duration(EXPIRY, "PT1S"),
                duration(EXPIRY, "PT59S"),
                duration(EXPIRY, "P0D"),
                date(EXPIRY, "#{eligibleAt}"),
                date(EXPIRY, "#{autoStopAt}"),
                date(EXPIRY, "#{closesAt}"),
                date(EXPIRY, "2001-01-01T00:00:00Z"),
                date(EXPIRY, "2099-01-01T00:00:00Z"),
                duration(NO_CALL, "PT0S"),
                duration(NO_CALL, "PT0.9S"),
                duration(NO_CALL, "P0Y0M0DT0H"),
                date(NO_CALL, "PT0S"),
                date(NO_CALL, "2001-01-01T00:00:00Z"),
                date(NO_CALL, "2024-02-29T12:00:00+02:00"),
                date(NO_CALL, "#{eligibleAt}"),
                date(NO_CALL, "#{dueAt}"),
                duration(TOO_LONG, "PT0S"),
                date(TOO_LONG, "#{autoStopAt}"),
                date(TOO_LONG, "#{eligibleAt}"),
                duration(LEFT_OPEN, "PT0S"),
                date(LEFT_OPEN, "#{eligibleAt}"),
                date(LEFT_OPEN, "#{autoStopAt}"),
                date(LEFT_OPEN, "#{callEndsBy}"),
                Refusal.of(
                        "an expiry behind a gateway, at eligibleAt",
                        callbackCase()
                                .with("#{expiresAt}", "#{eligibleAt}")
                                .onFlow("flow_expiredWaiting", "gateway_x", "<bpmn:exclusiveGateway id='gateway_x'/>"),
                        EXPIRY,
                        Rule.TIMER),
                Refusal.of(
                        "giving up in line at eligibleAt",
                        callbackCase()
                                .with("#{expiresAt}", "#{eligibleAt}")
                                .set("task_expireCallback", "camunda:delegateExpression", "#{giveUpDelegate}"),
                        EXPIRY,
                        Rule.TIMER),
                Refusal.of(
                        "a past due date of a task",
                        callbackCase().set("task_callCustomer", "camunda:dueDate", "2001-01-01T00:00:00Z"),
                        "task_callCustomer",
                        Rule.TIMER));
    }

    private static Refusal date(String timer, String time) {
        return Refusal.of(
                "%s at %s".formatted(timer, time),
                callbackCase().with(own(timer) + "</bpmn:timeDate>", time + "</bpmn:timeDate>"),
                timer,
                Rule.TIMER);
    }

    private static Refusal duration(String timer, String time) {
        return Refusal.of("%s after %s".formatted(timer, time), lasting(timer, time), timer, Rule.TIMER);
    }

    /** The timer with a duration in place of its variable. */
    static EditedModel lasting(String timer, String time) {
        return callbackCase()
                .with(own(timer) + "</bpmn:timeDate>", time + "</bpmn:timeDuration>")
                .withAll("<bpmn:timeDate([^>]*>[^<]*</bpmn:timeDuration>)", "<bpmn:timeDuration$1");
    }

    private static String own(String timer) {
        return switch (timer) {
            case EXPIRY -> "#{expiresAt}";
            case NO_CALL -> "#{autoStopAt}";
            case TOO_LONG -> "#{callEndsBy}";
            default -> "#{closesAt}";
        };
    }
}
