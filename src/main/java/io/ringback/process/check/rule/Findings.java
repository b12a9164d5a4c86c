package io.ringback.process.check.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is found in one file; each rule reports each element once. */
public class Findings {

    /** More would help nobody. */
    private static final int MOST = 200;

    private final String file;
    private final List<Finding> all = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    public Findings(String file) {
        this.file = file;
    }

    public void error(String elementId, Rule rule, String message, Object... arguments) {
        var element = elementId.isEmpty() ? file : elementId;
        if (!isFull() && seen.add(rule.code() + ' ' + element)) {
            all.add(Finding.error(file, element, rule, message.formatted(arguments)));
        }
    }

    /** Whether more would not be kept. */
    public boolean isFull() {
        return all.size() >= MOST;
    }

    public void add(Findings others) {
        all.addAll(others.all);
    }

    public List<Finding> all() {
        return all;
    }
}
