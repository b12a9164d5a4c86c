package io.ringback.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a {@link SealFailure} in place of a stack trace when the server cannot start. */
class SealFailureAnalyzer extends AbstractFailureAnalyzer<SealFailure> {

    private static final String ACTION =
            "Set ringback.secrets.key (RINGBACK_SECRETS_KEY) to 32 bytes in Base64, as \"openssl rand -base64 32\" makes"
                    + " them, or name a former key in ringback.secrets.other-keys (docs/operations.md).";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SealFailure failure) {
        return new FailureAnalysis(String.valueOf(failure.getMessage()), ACTION, failure);
    }
}
