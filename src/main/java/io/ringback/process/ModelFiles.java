package io.ringback.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The model files: those packed into the server, each replaced by the one of the same name in the folder
 * {@code ringback.processes.folder} (or {@code ringback.forms.folder}), together with what else lies there.
 */
@Component
class ModelFiles {

    static final List<String> FOLDERS = List.of("forms", "processes");

    private final Map<String, @Nullable Path> overrides = new TreeMap<>();

    ModelFiles(
            @Value("${ringback.processes.folder:#{null}}") @Nullable Path processes,
            @Value("${ringback.forms.folder:#{null}}") @Nullable Path forms) {
        overrides.put("processes", processes);
        overrides.put("forms", forms);
    }

    /** The files of a folder by their names, in order. */
    Map<String, byte[]> in(String folder) {
        try {
            var files = packed(folder);
            var override = overrides.get(folder);
            if (override != null) {
                files.putAll(found(override));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The models cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, byte[]> packed(String folder) throws IOException {
        var files = new TreeMap<String, byte[]>();
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*.*")) {
            var name = resource.getFilename();
            if (name != null && isModel(name)) {
                files.put(name, resource.getContentAsByteArray());
            }
        }
        return files;
    }

    private static Map<String, byte[]> found(Path folder) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var paths = Files.list(folder)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                var name = path.getFileName().toString();
                if (isModel(name)) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        }
        return files;
    }

    private static boolean isModel(String name) {
        return name.endsWith(".bpmn") || name.endsWith(".dmn") || name.endsWith(".form");
    }
}
