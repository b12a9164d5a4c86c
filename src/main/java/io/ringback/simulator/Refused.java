package io.ringback.simulator;

/** The server has answered a call with a problem; its message is the problem's detail. */
class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(int status, String detail) {
        super(detail);
        this.status = status;
    }

    int status() {
        return status;
    }
}
