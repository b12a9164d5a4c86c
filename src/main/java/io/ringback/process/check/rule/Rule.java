package io.ringback.process.check.rule;

/** The rules of the check by the codes under which docs/processes/contract.md explains them. */
public enum Rule {
    FILE("file"),
    SCHEMA("schema"),
    DUPLICATE_ID("duplicate-id"),
    ELEMENT("element"),
    ATTRIBUTE("attribute"),
    EXPRESSION("expression"),
    DELEGATE("delegate"),
    LISTENER("listener"),
    FIELD("field"),
    CALL("call"),
    REFERENCE("reference"),
    TIME_TO_LIVE("time-to-live"),
    TEXT_LENGTH("text-length"),
    NUMBER("number"),
    TIMER("timer"),
    REPEATED_TIMER("repeated-timer"),
    PROCESS_MISSING("process-missing"),
    START("start"),
    MESSAGE_MISSING("message-missing"),
    MESSAGE_NOT_CAUGHT("message-not-caught"),
    MESSAGE_CAUGHT_TWICE("message-caught-twice"),
    INTERRUPTING("interrupting"),
    TIME_LIMIT("time-limit"),
    STEP_MISSING("step-missing"),
    STEP_OUT_OF_PLACE("step-out-of-place"),
    WAIT("wait"),
    END("end"),
    CALL_TASK("call-task"),
    PATHS_AT_ONCE("paths-at-once"),
    JOIN("join"),
    LOOP("loop"),
    UNREACHABLE("unreachable"),
    GATEWAY("gateway"),
    NO_WAY_ON("no-way-on"),
    TOO_COMPLEX("too-complex"),
    UNKNOWN_VARIABLE("unknown-variable"),
    VARIABLE_NOT_SET("variable-not-set"),
    VARIABLE_KIND("variable-kind"),
    VALUE("value"),
    OUTPUT("output"),
    DECISION_MISSING("decision-missing"),
    DECISION_OUTPUT("decision-output"),
    NO_RULE("no-rule"),
    RULES_OVERLAP("rules-overlap"),
    ATTEMPT_LIMIT("attempt-limit"),
    FORM_MISSING("form-missing"),
    DECISION("decision"),
    FORM("form"),
    STYLE_LABEL("style-label"),
    STYLE_JOIN("style-join"),
    STYLE_ID("style-id"),
    STYLE_SHAPE("style-shape"),
    STYLE_OVERLAP("style-overlap");

    private final String code;

    Rule(String code) {
        this.code = code;
    }

    /** What pages, logs and the contract's page call it. */
    public String code() {
        return code;
    }
}
