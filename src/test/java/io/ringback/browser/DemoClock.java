package io.ringback.browser;

import io.ringback.process.EngineClock;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The demo goes by the real time; afterwards the engine has the time back that it had. */
final class DemoClock implements BeforeAllCallback {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(DemoClock.class);

    @Override
    public void beforeAll(ExtensionContext test) {
        test.getStore(OURS).getOrComputeIfAbsent(Real.class, key -> new Real(EngineClock.real()), Real.class);
    }

    private record Real(EngineClock clock) implements ExtensionContext.Store.CloseableResource {

        @Override
        public void close() {
            clock.close();
        }
    }
}
