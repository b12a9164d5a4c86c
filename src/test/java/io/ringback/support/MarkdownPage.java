package io.ringback.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown file of the repository, as far as its links go.
 *
 * @param prose its text without blocks of code
 */
public record MarkdownPage(Path file, String prose) {

    private static final Set<String> NOT_OURS = Set.of(".git", "target", "data", "node_modules");
    private static final Pattern BLOCK_OF_CODE = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern CODE = Pattern.compile("`[^`\n]+`");
    private static final Pattern LINK =
            Pattern.compile("]\\(([^)\\s]+)[^)]*\\)|(?m:^\\[[^]]+]: *(\\S+))|(?:src|href)=\"([^\"]+)\"");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#*$");
    private static final Pattern LINK_TEXT = Pattern.compile("!?\\[([^]]*)]\\([^)]*\\)");

    public static MarkdownPage read(Path file) {
        try {
            return new MarkdownPage(
                    file, BLOCK_OF_CODE.matcher(Files.readString(file)).replaceAll(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All Markdown files below a folder, but for what is built or belongs to tools. */
    public static List<Path> below(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                return NOT_OURS.contains(String.valueOf(visited.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) {
                if (visited.toString().endsWith(".md")) {
                    found.add(visited);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found.stream().sorted().toList();
    }

    /** Where its links into the repository lead to nothing; those to other hosts are not looked at. */
    public List<String> brokenLinks() {
        return links().filter(this::leadsNowhere).toList();
    }

    /** What stands in the prose as code, such as names of files. */
    public Stream<String> code() {
        return CODE.matcher(prose).results().map(found -> found.group().replace("`", ""));
    }

    private Stream<String> links() {
        return LINK.matcher(CODE.matcher(prose).replaceAll("code"))
                .results()
                .map(found -> Stream.of(1, 2, 3)
                        .map(found::group)
                        .flatMap(target -> Optional.ofNullable(target).stream())
                        .findFirst()
                        .orElseThrow())
                .filter(link -> !ELSEWHERE.matcher(link).matches());
    }

    private boolean leadsNowhere(String link) {
        var parts = link.split("#", 2);
        var path = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
        var target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
        if (path.startsWith("/") || !Files.exists(target)) {
            return true;
        }
        return parts.length == 2 && !read(target).anchors().contains(parts[1]);
    }

    /** What its headings are called in links: lower case, blanks as hyphens, no other signs, numbered where they repeat. */
    public Set<String> anchors() {
        Set<String> anchors = new TreeSet<>();
        Map<String, Integer> times = new HashMap<>();
        HEADING.matcher(prose).results().map(found -> anchor(found.group(1))).forEach(anchor -> {
            var before = times.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        });
        return anchors;
    }

    private static String anchor(String heading) {
        return LINK_TEXT
                .matcher(heading)
                .replaceAll("$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
