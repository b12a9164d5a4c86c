package io.ringback.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The model files: those packed into the server, and those that designers have put into the folders
 * {@code ringback.processes.folder} and {@code ringback.forms.folder} and what is below. A file is told by its name, however
 * modelers write that: {@code callbackCase.bpmn20.xml} and {@code CALLBACKCASE.BPMN} stand for {@code callbackCase.bpmn}.
 */
@Component
class ModelFiles {

    static final List<String> FOLDERS = List.of("forms", "processes");

    private static final int DEEPEST = 8;
    private static final Pattern ENDING = Pattern.compile(
            "\\.(bpmn|dmn|form|bpmn20\\.xml|bpmn\\.xml|dmn11\\.xml|dmn\\.xml)$", Pattern.CASE_INSENSITIVE);

    private final Map<String, @Nullable Path> overrides = new TreeMap<>();

    /**
     * A file of a folder.
     *
     * @param name under which it is deployed
     * @param path from the folder on, as people find it
     * @param content null when it cannot be read
     */
    record Found(String name, String path, byte @Nullable [] content) {}

    ModelFiles(
            @Value("${ringback.processes.folder:#{null}}") @Nullable Path processes,
            @Value("${ringback.forms.folder:#{null}}") @Nullable Path forms) {
        overrides.put("processes", processes);
        overrides.put("forms", forms);
    }

    /** Where designers put the files; null when there is no such place. */
    @Nullable
    Path override(String folder) {
        return overrides.get(folder);
    }

    /** Those packed into the server by their names, in order. */
    Map<String, byte[]> shipped(String folder) {
        try {
            var files = new TreeMap<String, byte[]>();
            for (var resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*.*")) {
                var name = resource.getFilename();
                if (name != null && isModel(name)) {
                    files.put(name, resource.getContentAsByteArray());
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The models cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Those of the designers, by their paths, in order. Forms belong to the folder of forms and all else to that of
     * processes, wherever they lie: so a file is taken once though both settings name its folder, and none is deployed beside
     * another one of the same id.
     *
     * @param folder {@code forms} or {@code processes}
     * @throws IOException when the folder itself cannot be read
     */
    List<Found> found(String folder) throws IOException {
        var shipped = shipped(folder).keySet();
        var found = new ArrayList<Found>();
        var seen = new HashSet<Path>();
        for (var place : places(folder)) {
            for (var path : place.files()) {
                var name = name(path.getFileName().toString(), shipped);
                if (isOf(folder, name) && seen.add(path.toRealPath())) {
                    found.add(new Found(name, place.root().relativize(path) + place.remark(), content(path)));
                }
            }
        }
        return found;
    }

    /**
     * A folder of the designers.
     *
     * @param remark what to say behind a path in it
     */
    private record Place(Path root, String remark) {

        /** In order. */
        List<Path> files() throws IOException {
            try (var paths = Files.walk(root, DEEPEST)) {
                return paths.filter(path -> !isHidden(root.relativize(path)))
                        .filter(path -> isModel(path.getFileName().toString()))
                        .filter(Files::isRegularFile)
                        .sorted()
                        .toList();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }

    /** Its own one first. The other one is told of for itself when it cannot be read. */
    private List<Place> places(String folder) {
        var places = new ArrayList<Place>();
        var own = overrides.get(folder);
        if (own != null) {
            places.add(new Place(own, ""));
        }
        overrides.forEach((other, path) -> {
            if (path != null && !other.equals(folder) && Files.isReadable(path) && Files.isDirectory(path)) {
                places.add(new Place(path, " (in the folder of %s)".formatted(other)));
            }
        });
        return places;
    }

    private static boolean isOf(String folder, String name) {
        return folder.equals("forms") == name.endsWith(".form");
    }

    /** The same; none when the folder cannot be read. */
    List<Found> readable(String folder) {
        try {
            return found(folder);
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static byte @Nullable [] content(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** Also {@code ._x.bpmn} and {@code __MACOSX}, which archives bring along, and {@code ..data} of mounted volumes. */
    private static boolean isHidden(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(Path::toString)
                .anyMatch(part -> part.startsWith(".") || part.equals("__MACOSX"));
    }

    private static boolean isModel(String name) {
        return ENDING.matcher(name).find();
    }

    static String name(String file, Iterable<String> shipped) {
        var ending = ENDING.matcher(file);
        if (!ending.find()) {
            return file;
        }
        var kind = Stream.of("bpmn", "dmn", "form")
                .filter(one -> ending.group(1).toLowerCase(Locale.ROOT).startsWith(one))
                .findFirst()
                .orElseThrow();
        var name = file.substring(0, ending.start()) + "." + kind;
        for (var known : shipped) {
            if (known.equalsIgnoreCase(name)) {
                return known;
            }
        }
        return name;
    }
}
