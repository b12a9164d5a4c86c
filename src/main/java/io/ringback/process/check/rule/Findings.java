package io.ringback.process.check.rule;

import io.ringback.process.check.xml.SafeXml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** Collects what is found in one file. */
public final class Findings {

    /** More would help nobody. */
    private static final int MOST = 200;

    private final String file;
    private final List<Finding> all = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();

    public Findings(String file) {
        this.file = file;
    }

    /** Says it unless the rule has something against the element already, as where many paths lead to the same. */
    public void error(String elementId, Rule rule, String message, Object... arguments) {
        add(rule.code() + ' ' + named(elementId), elementId, rule, message.formatted(arguments));
    }

    /** Says it of the element or of the nearest one around it that has an id, unless just that is said already. */
    public void report(Element element, Rule rule, String message) {
        report(SafeXml.nearestId(element, file), rule, message);
    }

    /** Says it unless just that is said of the element already. */
    public void report(String elementId, Rule rule, String message) {
        add(Finding.error(file, named(elementId), rule, message), elementId, rule, message);
    }

    private void add(Object key, String elementId, Rule rule, String message) {
        if (!isFull() && seen.add(key)) {
            all.add(Finding.error(file, named(elementId), rule, message));
        }
    }

    private String named(String elementId) {
        return elementId.isEmpty() ? file : elementId;
    }

    /** Whether more would not be kept. */
    public boolean isFull() {
        return all.size() >= MOST;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public void add(Findings others) {
        all.addAll(others.all);
    }

    public List<Finding> all() {
        return List.copyOf(all);
    }
}
