package io.ringback.callback;

/** Knows of callbacks that somebody has to look after, since their process does not or their time has come meanwhile. */
public interface ToMend {

    /** An SQL condition that is true whenever there may be some; it may say {@code :now}. */
    String condition();
}
