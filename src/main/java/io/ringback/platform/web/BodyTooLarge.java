package io.ringback.platform.web;

import java.io.IOException;

/** More body was sent than the server reads. */
class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge(long limit) {
        super(detail(limit));
    }

    static String detail(long limit) {
        return "A request body may have at most %s bytes.".formatted(limit);
    }
}
