package io.ringback.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Gives a server with an embedded database a folder of its own, which goes with it. */
final class DemoFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var folder = Files.createTempDirectory("ringback-demo");
            Map<String, Object> settings = Map.of("ringback.data-folder", folder.resolve("data"));
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("demo", settings));
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> FileSystemUtils.deleteRecursively(folder.toFile()), "ringback-demo-folder"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
