package io.ringback.erasure;

class ForgottenEverywhereTest extends ForgottenEverywhere {

    @Override
    int callers() {
        return 64;
    }
}
