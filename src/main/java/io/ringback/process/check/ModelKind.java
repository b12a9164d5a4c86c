package io.ringback.process.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a model file is, by its name as designers and their tools give it. */
public enum ModelKind {
    PROCESS(".bpmn", ".bpmn20.xml", ".bpmn.xml"),
    DECISION(".dmn", ".dmn11.xml", ".dmn.xml"),
    FORM(".form");

    private final List<String> endings;

    /** The first one is that by which the engine knows this kind. */
    ModelKind(String... endings) {
        this.endings = List.of(endings);
    }

    /**
     * The kind of a file; in any case of letters.
     *
     * @param name with or without folders before it, separated by / or \
     * @return empty for what is no model: other files, and those that systems and editors hide or keep beside the real one
     */
    public static Optional<ModelKind> of(String name) {
        var parts = List.of(name.toLowerCase(Locale.ROOT).split("[/\\\\]", -1));
        if (parts.stream().anyMatch(ModelKind::isHidden)) {
            return Optional.empty();
        }
        var file = parts.get(parts.size() - 1);
        return List.of(values()).stream().filter(kind -> kind.ends(file)).findFirst();
    }

    private static boolean isHidden(String part) {
        return part.startsWith("._") || part.startsWith("~") || part.startsWith(".") && !part.equals("..");
    }

    private boolean ends(String file) {
        return endings.stream().anyMatch(ending -> file.endsWith(ending) && file.length() > ending.length());
    }

    /** Whether the file is called so, its folder and ending aside. */
    boolean isNamed(String file, String name) {
        var last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(ending -> last.equals(name.toLowerCase(Locale.ROOT) + ending));
    }

    /** The name that whoever deployed it gave a file that the engine has under this one. */
    public static String fileName(String engineName) {
        return of(engineName)
                .map(kind -> kind.endings.get(0))
                .filter(engineName::endsWith)
                .map(ending -> engineName.substring(0, engineName.length() - ending.length()))
                .filter(name -> of(name).filter(kind -> kind.engineName(name).equals(engineName))
                        .isPresent())
                .orElse(engineName);
    }

    /** The name under which the engine takes the file for what it is: its own one where that says so. */
    String engineName(String name) {
        var ending = endings.get(0);
        return name.endsWith(ending) ? name : name + ending;
    }
}
