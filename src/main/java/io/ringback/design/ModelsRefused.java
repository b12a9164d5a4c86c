package io.ringback.design;

import io.ringback.platform.problem.ProblemType;
import io.ringback.platform.problem.Refusal;
import java.util.List;
import org.springframework.http.ProblemDetail;

/** The check has found errors in files that were to be deployed: 422 with all that it has found. */
public class ModelsRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<ModelFinding> findings;

    public ModelsRefused(List<ModelFinding> findings) {
        super("%s errors"
                .formatted(findings.stream().filter(ModelFinding::isError).count()));
        this.findings = List.copyOf(findings);
    }

    @Override
    public ProblemDetail problem() {
        var first = findings.stream().filter(ModelFinding::isError).findFirst().orElseThrow();
        var others = findings.stream().filter(ModelFinding::isError).count() - 1;
        var problem = ProblemType.VALIDATION.withDetail("%s: %s: %s%s"
                .formatted(
                        first.file(),
                        first.elementId(),
                        first.message(),
                        others == 0 ? "" : " (and %s more, see findings)".formatted(others)));
        problem.setProperty("findings", findings);
        return problem;
    }
}
