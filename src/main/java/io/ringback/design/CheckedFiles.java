package io.ringback.design;

import java.util.List;

/** What the check says of files. */
public record CheckedFiles(boolean deployable, List<ModelFinding> findings) {

    static CheckedFiles of(List<ModelFinding> findings) {
        return new CheckedFiles(findings.stream().noneMatch(ModelFinding::isError), findings);
    }

    /** @throws ModelsRefused when they are not deployable */
    CheckedFiles orRefuse() {
        if (!deployable) {
            throw new ModelsRefused(findings);
        }
        return this;
    }
}
