package io.ringback.process.check.dmn;

import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** What is found in the decisions of a file, each thing once. */
final class DecisionFindings {

    private static final int MOST = 100;

    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Finding> known = new HashSet<>();

    DecisionFindings(String file) {
        this.file = file;
    }

    void report(Element element, String message) {
        report(element, Rule.DECISION, message);
    }

    void report(Element element, Rule rule, String message) {
        var finding = Finding.error(file, SafeXml.nearestId(element, file), rule, message);
        if (findings.size() < MOST && known.add(finding)) {
            findings.add(finding);
        }
    }

    boolean isEmpty() {
        return findings.isEmpty();
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }
}
