package io.ringback.process;

import io.ringback.process.ModelFiles.Found;
import io.ringback.process.check.ModelIds;
import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * The files of a folder, sorted into those that may be deployed and those that are refused. A refused file takes nothing
 * with it but itself.
 *
 * @param good by the names they are deployed under
 * @param refused why, each reason of its own, by the paths of the files
 * @param refusedNames under which those would have been deployed
 */
record SortedModels(Map<String, byte[]> good, Map<String, List<String>> refused, Set<String> refusedNames) {

    private static final String SHIPPED = " (shipped)";

    /** @param check what is found in a file of this name and content */
    static SortedModels of(
            List<Found> files, Map<String, byte[]> shipped, BiFunction<String, byte[], List<Finding>> check) {
        var refused = new TreeMap<String, List<String>>();
        files.forEach(file -> refuse(refused, file, why(file, check)));
        sameNames(left(files, refused), refused);
        sameIds(left(files, refused), shipped, refused);
        var good = new TreeMap<String, byte[]>();
        left(files, refused).forEach(file -> good.put(file.name(), Objects.requireNonNull(file.content())));
        var names = new TreeSet<String>();
        files.stream().filter(file -> refused.containsKey(file.path())).forEach(file -> names.add(file.name()));
        names.removeAll(good.keySet());
        return new SortedModels(good, refused, names);
    }

    /** Without those that the engine itself does not take: the ones it names, or else all. */
    SortedModels without(String engineSays) {
        var named = good.keySet().stream().filter(engineSays::contains).toList();
        var why = new TreeMap<String, List<String>>();
        (named.isEmpty() ? good.keySet() : named).forEach(name -> why.put(name, List.of(engineSays)));
        return without(why);
    }

    /** @param why what speaks against each file, by its name in {@link #good} */
    SortedModels without(Map<String, List<String>> why) {
        var refusedNow = new TreeMap<>(refused);
        var names = new TreeSet<>(refusedNames);
        var left = new TreeMap<>(good);
        refusedNow.putAll(why);
        names.addAll(why.keySet());
        left.keySet().removeAll(why.keySet());
        return new SortedModels(left, refusedNow, names);
    }

    private static void refuse(Map<String, List<String>> refused, Found file, List<String> why) {
        if (!why.isEmpty()) {
            refused.put(file.path(), why);
        }
    }

    private static List<Found> left(List<Found> files, Map<String, List<String>> refused) {
        return files.stream().filter(file -> !refused.containsKey(file.path())).toList();
    }

    private static List<String> why(Found file, BiFunction<String, byte[], List<Finding>> check) {
        var content = file.content();
        if (content == null) {
            return List.of("it cannot be read");
        }
        try {
            return check.apply(file.name(), content).stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .map(finding -> finding.elementId() + ": " + finding.message())
                    .toList();
        } catch (RuntimeException | StackOverflowError failure) {
            return List.of("it cannot be checked: " + Faults.message(failure));
        }
    }

    private static void sameNames(List<Found> files, Map<String, List<String>> refused) {
        files.stream().collect(Collectors.groupingBy(Found::name, TreeMap::new, Collectors.toList())).values().stream()
                .filter(same -> same.size() > 1)
                .forEach(same -> same.forEach(file -> refused.put(
                        file.path(),
                        List.of("%s stand for the same file, %s: leave one of them"
                                .formatted(paths(same), file.name())))));
    }

    private static void sameIds(List<Found> files, Map<String, byte[]> shipped, Map<String, List<String>> refused) {
        var definedBy = new TreeMap<String, List<Found>>();
        files.forEach(file -> define(file, definedBy));
        shipped.forEach((name, content) -> {
            if (files.stream().noneMatch(file -> file.name().equals(name))) {
                define(new Found(name, name + SHIPPED, content), definedBy);
            }
        });
        definedBy.forEach((id, same) -> same.stream()
                .filter(file -> same.size() > 1 && !file.path().endsWith(SHIPPED))
                .forEach(file -> refused.put(
                        file.path(),
                        List.of("%s define the same %s: leave one of them, or give one another id"
                                .formatted(paths(same), id)))));
    }

    private static void define(Found file, Map<String, List<Found>> definedBy) {
        var content = file.content();
        if (content != null) {
            ModelIds.of(file.name(), content)
                    .forEach(id -> definedBy
                            .computeIfAbsent(id, unknown -> new ArrayList<>())
                            .add(file));
        }
    }

    private static String paths(List<Found> files) {
        return files.stream().map(Found::path).collect(Collectors.joining(" and "));
    }
}
