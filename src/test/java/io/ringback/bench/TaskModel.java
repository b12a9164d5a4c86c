package io.ringback.bench;

import java.util.List;

/** The smallest process with a task for whoever has access to a list. */
final class TaskModel {

    /** Long ones and short ones. */
    static final List<String> LISTS_OF_AGENTS = List.of("bench-0", "bench-1", "bench-10", "bench-100", "bench-400");

    /** Agents who ask at once see the same ones, so each takes one of the first by chance. */
    static final int LOOKED_AT = 16;

    private TaskModel() {}

    /** @param namespace in which the engine reads its own attributes */
    static String of(String namespace) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:own="%s"
                             targetNamespace="https://ringback.io/bench">
                  <process id="callback" isExecutable="true" own:historyTimeToLive="P30D">
                    <startEvent id="start"/>
                    <sequenceFlow id="requested" sourceRef="start" targetRef="call"/>
                    <userTask id="call" own:candidateGroups="${list}"/>
                    <sequenceFlow id="called" sourceRef="call" targetRef="end"/>
                    <endEvent id="end"/>
                  </process>
                </definitions>
                """.formatted(namespace);
    }

    static String listOf(int number) {
        return LISTS_OF_AGENTS.get(number % LISTS_OF_AGENTS.size());
    }
}
