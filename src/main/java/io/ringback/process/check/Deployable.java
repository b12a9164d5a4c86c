package io.ringback.process.check;

import io.ringback.process.check.bpmn.BpmnVocabulary;
import java.util.List;
import java.util.stream.Stream;

/** What the check lets through, for editors that offer nothing else. */
public final class Deployable {

    public static final int MAX_XML_BYTES = ProcessCheck.MAX_XML_BYTES;
    public static final int MAX_FORM_BYTES = ProcessCheck.MAX_FORM_BYTES;

    private Deployable() {}

    /** The elements of BPMN, by their names in the file. */
    public static List<String> elements() {
        return BpmnVocabulary.ELEMENTS.stream().sorted().toList();
    }

    /** The kinds of fields of a form. */
    public static List<String> formFields() {
        return Stream.of(FormCheck.INPUTS, FormCheck.LAYOUT)
                .flatMap(kinds -> kinds.stream())
                .sorted()
                .toList();
    }
}
