package io.ringback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A package as its source tells it.
 *
 * @param name below {@code io.ringback}, such as {@code account.oidc}; empty for the package of the application
 * @param folder where its files are
 */
record SourcePackage(String name, Path folder) implements Comparable<SourcePackage> {

    private static final String APPLICATION = "io.ringback";
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");
    private static final Pattern NAMED = Pattern.compile("\\bio\\.ringback((?:\\.[a-z]\\w*)*)\\.[A-Z]");
    private static final Pattern BEGIN = Pattern.compile("begin at \\{@code (\\w+)}\\.");

    List<Path> files() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasClasses() {
        return files().stream().anyMatch(file -> !file.endsWith("package-info.java"));
    }

    /** What the comment of its package-info says, in one line. */
    String about() {
        var text = read(folder.resolve("package-info.java"));
        var begin = text.indexOf("/**");
        var end = text.indexOf("*/");
        return begin < 0 || end < 0
                ? ""
                : text.substring(begin + "/**".length(), end)
                        .replaceAll("\\s*\n \\* ?", " ")
                        .strip();
    }

    /** The first sentence of it. */
    String inASentence() {
        return about().split(" Uses ")[0];
    }

    /** The names of the packages that its classes import. */
    Set<String> uses() {
        var used = new TreeSet<String>();
        files().stream()
                .map(file -> COMMENT.matcher(read(file)).replaceAll(""))
                .forEach(text -> NAMED.matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .filter(found -> !found.isEmpty())
                        .map(found -> found.substring(1))
                        .forEach(used::add));
        used.remove(name);
        return used;
    }

    String feature() {
        return name.split("\\.")[0];
    }

    /** How the package-info has to end: packages of the same feature by their own names, of another by the feature's. */
    String usesAsTold() {
        var told = new TreeSet<String>();
        uses().forEach(used -> told.add(used.split("\\.")[0].equals(feature()) ? used : used.split("\\.")[0]));
        var begin = begin();
        return sentence(new ArrayList<>(told)) + (begin == null ? "." : "; begin at {@code %s}.".formatted(begin));
    }

    private static String sentence(List<String> used) {
        if (used.isEmpty()) {
            return "Uses no other package";
        }
        var last = used.remove(used.size() - 1);
        return used.isEmpty() ? "Uses " + last : "Uses %s and %s".formatted(String.join(", ", used), last);
    }

    /** The class to begin at, or null where there are no classes. */
    @Nullable
    String begin() {
        var found = BEGIN.matcher(about());
        return found.find() ? found.group(1) : null;
    }

    boolean isThereToBeginAt() {
        var begin = begin();
        return begin == null ? !hasClasses() : Files.exists(folder.resolve(begin + ".java"));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int compareTo(SourcePackage other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? APPLICATION : name;
    }
}
