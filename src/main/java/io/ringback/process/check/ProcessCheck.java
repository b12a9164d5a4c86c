package io.ringback.process.check;

import io.ringback.process.check.bpmn.BpmnCheck;
import io.ringback.process.check.dmn.DmnCheck;
import io.ringback.process.check.flow.FlowCheck;
import io.ringback.process.check.flow.KnownModels;
import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.rule.TextLength;
import io.ringback.process.check.style.StyleCheck;
import io.ringback.process.check.xml.UnreadableXmlException;
import io.ringback.process.contract.ProcessContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Element;

/**
 * Says whether a process, decision or form file may be deployed.
 *
 * <p>A model is code to the engine: its expressions reach any class and bean, and no switch turns that off. Therefore
 * only what is known to be harmless passes; anything else is a finding.
 */
public class ProcessCheck {

    static final int MAX_XML_BYTES = 1024 * 1024;
    static final int MAX_FORM_BYTES = 256 * 1024;

    private final Set<String> delegates;
    private final List<ProcessContract> contracts;
    private final KnownModels models;

    /**
     * @param delegates names of the delegates a model may call
     * @param contracts what certain processes must keep for the server to talk to them
     */
    public ProcessCheck(Set<String> delegates, List<ProcessContract> contracts) {
        this(delegates, contracts, KnownModels.none());
    }

    private ProcessCheck(Set<String> delegates, List<ProcessContract> contracts, KnownModels models) {
        this.delegates = Set.copyOf(delegates);
        this.contracts = List.copyOf(contracts);
        this.models = models;
    }

    /** One that knows what there is in these files, so that nothing is named that they do not hold. */
    public ProcessCheck among(Map<String, byte[]> files) {
        return new ProcessCheck(delegates, contracts, setOf(files).readable());
    }

    /**
     * Returns everything that keeps the file from being deployed, in file order; empty if it may be. What it names in other
     * files is taken for granted, unless this check is one {@link #among} files.
     */
    public List<Finding> check(String resourceName, byte[] content) {
        return check(resourceName, content, models);
    }

    /**
     * Returns everything that keeps these files from being deployed together, by file; each finding says in which it is.
     *
     * @param files all files that the engine is to have, forms included, by their names
     */
    List<Finding> check(Map<String, byte[]> files) {
        var set = setOf(files);
        var known = set.known();
        var findings = new ArrayList<Finding>();
        files.forEach((file, content) -> findings.addAll(check(file, content, known)));
        findings.addAll(set.check(contracts));
        return findings;
    }

    /**
     * Returns what there is to say of these files, if they came to those beside them: errors, and warnings where a file has
     * none. That what is beside them no longer works with them is an error, too.
     *
     * @param beside what serves already; of the same name it is replaced
     */
    public List<Finding> check(Map<String, byte[]> files, Map<String, byte[]> beside) {
        var all = new TreeMap<>(beside);
        all.putAll(files);
        var set = setOf(all);
        var findings = new ArrayList<Finding>();
        files.forEach((file, content) -> findings.addAll(check(file, content, set.known())));
        set.check(contracts).stream()
                .filter(finding -> files.containsKey(finding.file()))
                .forEach(findings::add);
        if (findings.isEmpty()) {
            findings.addAll(broken(files.keySet(), beside, set.known()));
            files.forEach((file, content) -> findings.addAll(style(file, content)));
        }
        return findings;
    }

    /** Warnings of a file that has no error. */
    public static List<Finding> style(String file, byte[] content) {
        var kind = ModelKind.of(file).orElse(ModelKind.FORM);
        try {
            return kind == ModelKind.FORM ? List.of() : StyleCheck.check(file, EngineCopy.read(kind, content));
        } catch (UnreadableXmlException unreadable) {
            return List.of();
        }
    }

    /** What was right before and is wrong with the new files. */
    private List<Finding> broken(Set<String> replaced, Map<String, byte[]> beside, KnownModels known) {
        var before = setOf(beside).known();
        var findings = new ArrayList<Finding>();
        beside.forEach((file, content) -> {
            if (!replaced.contains(file) && ModelKind.of(file).orElse(null) == ModelKind.PROCESS) {
                var now = new ArrayList<>(check(file, content, known));
                if (!now.isEmpty()) {
                    now.removeAll(check(file, content, before));
                }
                findings.addAll(now);
            }
        });
        return findings;
    }

    /**
     * The timers for which a process waits before it offers callbacks: until then they must be held back.
     *
     * @param content of a file that was deployed
     * @return empty if it never does so, or is none that callbacks can be handled by
     */
    public static Set<String> heldBackBy(byte[] content, String processId) {
        try {
            return FlowCheck.heldBackBy(EngineCopy.read(ModelKind.PROCESS, content), processId);
        } catch (UnreadableXmlException e) {
            return Set.of();
        }
    }

    private static ModelSet setOf(Map<String, byte[]> files) {
        var set = new ModelSet();
        files.forEach((file, content) -> add(set, file, content));
        return set;
    }

    private static void add(ModelSet set, String file, byte[] content) {
        var kind = ModelKind.of(file).orElse(null);
        if (kind == null) {
            return;
        }
        if (tooLarge(content, kind == ModelKind.FORM ? MAX_FORM_BYTES : MAX_XML_BYTES)) {
            set.addUnreadable(kind);
        } else if (kind == ModelKind.FORM) {
            set.addForm(file, content);
        } else {
            try {
                set.addXml(file, EngineCopy.read(kind, content));
            } catch (UnreadableXmlException e) {
                set.addUnreadable(kind);
            }
        }
    }

    private List<Finding> check(String resourceName, byte[] content, KnownModels known) {
        var kind = ModelKind.of(resourceName).orElse(null);
        if (kind == null) {
            return refuse(resourceName, "unknown kind of file: use .bpmn, .dmn or .form");
        }
        if (resourceName.length() > TextLength.NAME) {
            return refuse(resourceName, "its name is longer than %s characters: shorten it".formatted(TextLength.NAME));
        }
        if (kind == ModelKind.FORM) {
            return tooLarge(content, MAX_FORM_BYTES)
                    ? refuse(resourceName, "larger than 256 KiB: split the form")
                    : new FormCheck(resourceName).check(content);
        }
        if (tooLarge(content, MAX_XML_BYTES)) {
            return refuse(resourceName, "larger than 1 MiB: split the model");
        }
        return checkXml(resourceName, kind, content, known);
    }

    private List<Finding> checkXml(String resourceName, ModelKind kind, byte[] content, KnownModels known) {
        try {
            var root = EngineCopy.read(kind, content);
            var findings = kind == ModelKind.DECISION
                    ? new DmnCheck(resourceName).check(root)
                    : checkProcess(resourceName, root, known);
            return findings.isEmpty() ? SchemaCheck.check(resourceName, kind, root) : findings;
        } catch (UnreadableXmlException e) {
            return refuse(resourceName, e.getMessage());
        }
    }

    private List<Finding> checkProcess(String resourceName, Element root, KnownModels known) {
        var findings = new ArrayList<>(new BpmnCheck(resourceName, delegates).check(root));
        findings.addAll(new ContractCheck(resourceName, contracts).check(root));
        findings.addAll(new FlowCheck(resourceName, contracts, known).check(root));
        return findings;
    }

    private static boolean tooLarge(byte[] content, int limit) {
        return content.length > limit;
    }

    private static List<Finding> refuse(String resourceName, String message) {
        return List.of(Finding.error(resourceName, resourceName, Rule.FILE, message));
    }
}
