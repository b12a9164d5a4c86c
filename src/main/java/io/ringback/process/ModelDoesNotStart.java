package io.ringback.process;

import io.ringback.callback.ModelFault;

/** A version of a process goes wrong before its first wait: nothing can be begun with it. */
class ModelDoesNotStart extends RuntimeException {

    private final transient ModelFault fault;

    ModelDoesNotStart(ModelFault fault, Throwable cause) {
        super("%s does not start: %s".formatted(fault.definitionId(), fault.message()), cause);
        this.fault = fault;
    }

    ModelFault fault() {
        return fault;
    }
}
