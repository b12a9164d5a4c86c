package io.ringback.process;

import io.ringback.process.check.rule.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** A model that must not be deployed, with all that was found in it. */
class RefusedModel extends RuntimeException {

    RefusedModel(String file, List<Finding> findings) {
        super(file + " is not deployed: "
                + findings.stream()
                        .map(finding -> "%s: %s (%s)"
                                .formatted(
                                        finding.elementId(),
                                        finding.message(),
                                        finding.rule().code()))
                        .collect(Collectors.joining("; ")));
    }
}
