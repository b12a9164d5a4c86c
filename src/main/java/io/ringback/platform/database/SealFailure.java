package io.ringback.platform.database;

import io.ringback.platform.run.StartFailure;

/** Something stored is sealed with a key that this server does not have; says which, and what to do about it. */
public final class SealFailure extends StartFailure {

    private static final long serialVersionUID = 1L;
    private static final String ACTION =
            "Set ringback.secrets.key (RINGBACK_SECRETS_KEY) to 32 bytes in Base64, as \"openssl rand -base64 32\" makes"
                    + " them, or name a former key in ringback.secrets.other-keys (docs/operations.md).";

    SealFailure(String description) {
        super(description, ACTION);
    }
}
