package io.ringback.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives a test its {@link Browsers}, and closes them after it: a test during which a page complained has failed. */
final class BrowserExtension implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(BrowserExtension.class);
    private static final Path EVIDENCE = Path.of("target", "browser");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browsers.class;
    }

    @Override
    public Browsers resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(OURS).getOrComputeIfAbsent(Browsers.class, key -> open(test), Browsers.class);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var browsers = test.getStore(OURS).get(Browsers.class, Browsers.class);
        if (browsers != null) {
            browsers.close(test.getExecutionException().isPresent());
        }
    }

    private static Browsers open(ExtensionContext test) {
        var chromium = test.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(Running.class, key -> new Running(Chromium.launch()), Running.class);
        return new Browsers(
                chromium.chromium(), () -> SpringExtension.getApplicationContext(test), EVIDENCE.resolve(nameOf(test)));
    }

    private static String nameOf(ExtensionContext test) {
        var name = test.getRequiredTestClass().getSimpleName() + "."
                + test.getRequiredTestMethod().getName();
        var shown = test.getDisplayName().replaceAll("[^\\p{Alnum}]+", "-");
        return shown.startsWith(test.getRequiredTestMethod().getName()) ? name : name + "-" + shown;
    }

    /** One for all tests of the JVM. */
    private record Running(Chromium chromium) implements ExtensionContext.Store.CloseableResource {

        @Override
        public void close() {
            chromium.close();
        }
    }
}
