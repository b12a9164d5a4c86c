package io.ringback.process;

import io.ringback.callback.ModelFault;
import org.jspecify.annotations.Nullable;

/** Says what is not answering, in the words of whoever has called the engine. */
interface NotAnswering {

    /** @param fault what the model has gone wrong at; null when the instance is just not where it should be */
    RuntimeException because(Throwable cause, @Nullable ModelFault fault);
}
