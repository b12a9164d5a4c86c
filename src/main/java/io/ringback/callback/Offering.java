package io.ringback.callback;

/** Whether agents are given a callback in line by time alone, or only when its process has offered it. */
public enum Offering {
    /** As soon as its time has come. */
    ANY_TIME,
    /** Its process holds it back, and has to offer it first. */
    NOT_YET,
    /** Its process has offered it, and would have to again after an attempt. */
    DONE
}
