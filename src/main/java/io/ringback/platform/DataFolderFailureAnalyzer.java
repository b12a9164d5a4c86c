package io.ringback.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a {@link DataFolderFailure} in place of a stack trace when the server cannot start. */
class DataFolderFailureAnalyzer extends AbstractFailureAnalyzer<DataFolderFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DataFolderFailure failure) {
        return new FailureAnalysis(failure.description(), failure.action(), failure);
    }
}
