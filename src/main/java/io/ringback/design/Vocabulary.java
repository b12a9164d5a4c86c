package io.ringback.design;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be deployed, by the names that models use; the words for it are those of the message files. */
public interface Vocabulary {

    /** In order of their names. */
    List<Step> steps();

    List<Message> messages();

    List<Variable> variables();

    /** What the server gives the decisions that it asks; any other one may read the variables. */
    List<Input> inputs();

    /** The elements of BPMN that may be drawn, by their names in the file. */
    List<String> elements();

    /** The kinds of fields that a form may have. */
    List<String> fields();

    /** The ids of the newest deployed models of a kind. */
    List<String> deployed(KindOfModel kind);

    /** Limits of files in bytes, by the kind of file, and of what is in them. */
    Map<String, Integer> limits();

    /**
     * A delegate.
     *
     * @param stages of a case or reception in which it may stand
     * @param anywhere whether it may stand in any of them, and beside
     * @param reads variables that must be set before
     * @param sets variables that it sets
     * @param fields what it is told where it is called
     */
    record Step(
            String name,
            String process,
            boolean anywhere,
            List<String> stages,
            List<String> reads,
            List<String> sets,
            List<Field> fields) {}

    /**
     * What a step is told where it is called.
     *
     * @param longest in characters
     */
    record Field(String name, int longest) {}

    /**
     * What a decision may ask about.
     *
     * @param decision its id
     * @param type as files name it, such as {@code string}
     * @param values all it can be; empty unless it is one of a few
     */
    record Input(String decision, String name, String type, List<String> values) {}

    /** @param starts whether it begins an instance */
    record Message(String name, String process, boolean starts, List<String> stages) {}

    /**
     * A variable.
     *
     * @param kind what it holds; {@code ATTRIBUTE} for a text of the request that some list lets processes read
     * @param values all it can be; null unless it is one of a few
     * @param passing whether it is gone as soon as the process waits
     * @param setBy delegates and messages
     */
    record Variable(
            String name,
            String kind,
            @Nullable List<String> values,
            boolean passing,
            boolean setByModels,
            List<String> setBy) {}
}
