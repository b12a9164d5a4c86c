package io.ringback.trial;

import io.ringback.design.ModelFinding;
import java.util.List;

/** Files are not played, since the check has found errors in them. */
final class TrialRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ModelFinding> findings;

    TrialRefused(List<ModelFinding> findings) {
        super("%s errors".formatted(findings.size()));
        this.findings = List.copyOf(findings);
    }

    List<ModelFinding> findings() {
        return findings;
    }
}
