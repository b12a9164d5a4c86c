package io.ringback.erasure;

import org.junit.jupiter.api.Tag;

@Tag("large")
class ThousandForgottenTest extends ForgottenEverywhere {

    @Override
    int callers() {
        return 1_000;
    }
}
