package io.ringback.list;

import java.util.List;

/** The processes by which callbacks can be handled; a list names one of them. */
public interface CaseProcesses {

    /** The one that serves where a list names none, or one that does not start. */
    String USUAL = "callbackCase";

    /** The ids of those that are deployed, in order. */
    List<String> ids();
}
