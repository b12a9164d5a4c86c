package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code "…".formatted(…)} goes by the language of the machine for everything but {@code %s}: on some, {@code %d} writes
 * digits that no program reads. Such a text takes {@code String.format(Locale.ROOT, …)}, or {@code %s} for the number.
 */
class FormatsTest {

    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern BY_LANGUAGE =
            Pattern.compile("(?<!%)(?:%%)*%(?!%|n|(\\d+\\$)?-?\\d*s)[-#+ 0,(<]*[\\d.$]*[a-zA-Z]");

    @Test
    void noTextIsFormattedByTheLanguageOfTheMachine() throws IOException {
        var found = new ArrayList<String>();
        for (var unit : parsed()) {
            new Formats(unit, found).scan(unit, null);
        }

        assertThat(found)
                .as("write %%s for a number, or String.format(Locale.ROOT, …)")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%d", "%5d", "%020d", "%,d", "%1$d", "%.1f", "%e", "%x", "%S", "%tF", "%b", "%<d", "%c", "%%%d"})
    void knowsWhatGoesByIt(String format) {
        assertThat(BY_LANGUAGE.matcher("a " + format + " b").find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "100 %%", "escaped (%%E6)", "%%%%d", "%n", "%1$s", "%-8s", "no format"})
    void knowsWhatDoesNot(String format) {
        assertThat(BY_LANGUAGE.matcher(format).find()).isFalse();
    }

    private static Iterable<? extends CompilationUnitTree> parsed() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        try (var paths = Files.walk(CODE)) {
            var sources =
                    paths.filter(path -> path.toString().endsWith(".java")).toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, problem -> {}, null, null, files.getJavaFileObjectsFromPaths(sources));
            return task.parse();
        }
    }

    /** Looks at what each call of {@code formatted} is made on: a text, a sum of texts, or a constant of the file. */
    private static final class Formats extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final List<String> found;
        private final Map<String, Tree> constants = new HashMap<>();

        private Formats(CompilationUnitTree unit, List<String> found) {
            this.unit = unit;
            this.found = found;
        }

        @Override
        public Void visitCompilationUnit(CompilationUnitTree whole, Void nothing) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitVariable(VariableTree variable, Void nothing) {
                    if (variable.getInitializer() != null) {
                        constants.put(variable.getName().toString(), variable.getInitializer());
                    }
                    return super.visitVariable(variable, nothing);
                }
            }.scan(whole, null);
            return super.visitCompilationUnit(whole, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("formatted")) {
                judge(select.getExpression());
            }
            return super.visitMethodInvocation(call, nothing);
        }

        private void judge(Tree format) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitLiteral(LiteralTree literal, Void nothing) {
                    if (literal.getValue() instanceof String text
                            && BY_LANGUAGE.matcher(text).find()) {
                        found.add(unit.getSourceFile().getName() + ": " + text);
                    }
                    return null;
                }

                @Override
                public Void visitIdentifier(IdentifierTree name, Void nothing) {
                    var constant = constants.get(name.getName().toString());
                    return constant instanceof IdentifierTree ? null : scan(constant, nothing);
                }
            }.scan(format, null);
        }
    }
}
