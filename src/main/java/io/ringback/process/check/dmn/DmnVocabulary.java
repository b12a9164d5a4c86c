package io.ringback.process.check.dmn;

import java.util.Set;

/** The parts of DMN and of the engine's extensions that a decision may use. */
public final class DmnVocabulary {

    public static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    /** The one namespace that is left when {@code EngineCopy} has read a file: it writes all others so. */
    public static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    /** Drawing only: positions and colours, of which the engine runs nothing. */
    static final Set<String> DRAWING = Set.of(
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/",
            "http://bpmn.io/schema/dmn/biodi/1.0",
            "http://bpmn.io/schema/dmn/biodi/2.0");

    /** Notes of the modeller to itself. */
    static final Set<String> MODELLER_NOTES =
            Set.of("http://camunda.org/schema/modeler/1.0", "http://www.w3.org/2001/XMLSchema-instance");

    static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "decision",
            "description",
            "question",
            "allowedAnswers",
            "variable",
            "informationRequirement",
            "requiredInput",
            "requiredDecision",
            "inputData",
            "decisionTable",
            "input",
            "inputExpression",
            "inputValues",
            "output",
            "outputValues",
            "defaultOutputEntry",
            "rule",
            "inputEntry",
            "outputEntry",
            "annotation",
            "annotationEntry",
            "literalExpression",
            "text",
            "textAnnotation",
            "association",
            "extensionElements");

    static final Set<String> CAMUNDA_ATTRIBUTES =
            Set.of("historyTimeToLive", "versionTag", "inputVariable", "diagramRelationId");

    /** The expression language, as files of all versions name it. */
    static final Set<String> FEEL = Set.of(
            "feel",
            "http://www.omg.org/spec/feel/20140401",
            "http://www.omg.org/spec/dmn/20180521/feel/",
            "https://www.omg.org/spec/dmn/20191111/feel/");

    private DmnVocabulary() {}
}
