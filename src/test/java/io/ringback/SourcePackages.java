package io.ringback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * All packages of the server, and the page that tells of them.
 *
 * @param all in the order of their names
 */
record SourcePackages(List<SourcePackage> all) {

    /** Used by every feature, so that its arrows would only hide the others. */
    private static final String GROUND = "platform";

    static SourcePackages read(Path root) {
        try (var folders = Files.walk(root)) {
            return new SourcePackages(folders.filter(folder -> Files.exists(folder.resolve("package-info.java")))
                    .map(folder -> new SourcePackage(
                            root.relativize(folder)
                                    .toString()
                                    .replace('\\', '/')
                                    .replace('/', '.'),
                            folder))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packages directly below the application. */
    Set<String> features() {
        return use().keySet();
    }

    Set<String> reachedByUse(String feature) {
        return reached(feature, use());
    }

    Set<String> reachedByArrows(String feature) {
        return reached(feature, arrows());
    }

    /** The page with what is drawn of it as it has to be: the picture, and the table. */
    String drawnInto(String page) {
        return replaced(replaced(page, "picture", picture()), "packages", table());
    }

    private static String replaced(String page, String part, String drawn) {
        var begin = "<!-- drawn: %s -->\n".formatted(part);
        var end = "<!-- end -->";
        var from = page.indexOf(begin);
        var to = page.indexOf(end, from);
        if (from < 0 || to < 0) {
            throw new IllegalStateException("The page has no place for the part \"%s\"".formatted(part));
        }
        return page.substring(0, from + begin.length()) + "\n" + drawn + "\n" + page.substring(to);
    }

    private Map<String, Set<String>> use() {
        var use = new TreeMap<String, Set<String>>();
        for (var one : all) {
            if (!one.name().isEmpty() && !one.feature().equals(GROUND)) {
                var used = use.computeIfAbsent(one.feature(), feature -> new TreeSet<>());
                one.uses().stream()
                        .map(name -> name.split("\\.")[0])
                        .filter(feature -> !feature.equals(one.feature()) && !feature.equals(GROUND))
                        .forEach(used::add);
            }
        }
        return use;
    }

    /** Without the arrows that follow from others. */
    private Map<String, Set<String>> arrows() {
        var use = use();
        var arrows = new TreeMap<String, Set<String>>();
        use.forEach((feature, used) -> arrows.put(
                feature,
                used.stream()
                        .filter(one -> used.stream()
                                .noneMatch(other -> !other.equals(one)
                                        && reached(other, use).contains(one)))
                        .collect(Collectors.toCollection(TreeSet::new))));
        return arrows;
    }

    private static Set<String> reached(String from, Map<String, Set<String>> use) {
        var reached = new TreeSet<String>();
        UnaryOperator<Collection<String>> next = step -> {
            var found = new TreeSet<String>();
            step.forEach(one -> found.addAll(Objects.requireNonNullElse(use.get(one), Set.of())));
            found.removeAll(reached);
            return found;
        };
        for (var step = next.apply(Set.of(from)); !step.isEmpty(); step = next.apply(step)) {
            reached.addAll(step);
        }
        return reached;
    }

    private String picture() {
        var lines = arrows().entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream().map(used -> "    %s --> %s".formatted(entry.getKey(), used)))
                .collect(Collectors.joining("\n"));
        return """
                ```mermaid
                graph TD
                %s
                ```
                """.formatted(lines);
    }

    private String table() {
        var rows = all.stream()
                .filter(one -> !one.name().isEmpty())
                .map(one -> "| `%s` | %s | %s |"
                        .formatted(
                                one.name(), one.inASentence(), one.begin() == null ? "" : "`" + one.begin() + ".java`"))
                .collect(Collectors.joining("\n"));
        return """
                | package | what it is | begin at |
                |---|---|---|
                %s
                """.formatted(rows);
    }
}
