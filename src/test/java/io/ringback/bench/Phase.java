package io.ringback.bench;

import java.util.List;

/** One of the questions that the benchmark answers, on a server of its own. */
interface Phase {

    Found run();

    /**
     * @param markdown for people
     * @param raw lines of every reading, the first of which names the columns
     */
    record Found(String markdown, List<String> raw) {}
}
