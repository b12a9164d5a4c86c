package io.ringback;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.ENUMS;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.RECORDS;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Collator;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Formatter;
import java.util.Locale;
import java.util.Scanner;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

/** The rules of the layout, and its picture drawn from the code. */
class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.ringback");
    private static final ApplicationModules MODULES = ApplicationModules.of(RingbackApplication.class);
    private static final Path PICTURE = Path.of("docs/architecture/modules.md");

    @Test
    void featuresUseEachOtherByTheirPublicTypesAndWithoutCycles() {
        MODULES.verify();
    }

    @Test
    void onlyTheProcessPackageKnowsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.ringback.process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.operaton..")
                .check(CODE);
    }

    @Test
    void onlyRepositoriesHoldSql() {
        noClasses()
                .that(not(simpleNameStartingWith("Jdbc")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc.core..", "org.postgresql..")
                .check(CODE);
    }

    @Test
    void domainTypesKnowNeitherSpringNorTheEngine() {
        classes()
                .that(resideInAPackage("io.ringback.callback")
                        .or(resideInAPackage("io.ringback.list"))
                        .or(resideInAPackage("io.ringback.reception"))
                        .and(RECORDS.or(ENUMS)))
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("org.springframework..", "org.operaton..")
                .check(CODE);
    }

    /** What {@link FormatsTest} does not see: a text made or changed by the rules of the machine's language. */
    @Test
    void nothingGoesByTheLanguageOfTheMachine() {
        noClasses()
                .should()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(PrintStream.class, "printf", String.class, Object[].class)
                .orShould()
                .callMethod(PrintStream.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
                .orShould()
                .callMethod(PrintWriter.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(MessageFormat.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
                .orShould()
                .callMethod(DateTimeFormatterBuilder.class, "toFormatter")
                .orShould()
                .callMethod(NumberFormat.class, "getInstance")
                .orShould()
                .callMethod(NumberFormat.class, "getIntegerInstance")
                .orShould()
                .callMethod(NumberFormat.class, "getNumberInstance")
                .orShould()
                .callMethod(NumberFormat.class, "getPercentInstance")
                .orShould()
                .callMethod(DecimalFormatSymbols.class, "getInstance")
                .orShould()
                .callMethod(Collator.class, "getInstance")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(Locale.class, "getDefault", Locale.Category.class)
                .orShould()
                .callConstructor(Formatter.class)
                .orShould()
                .callConstructor(Scanner.class, InputStream.class)
                .orShould()
                .callConstructor(Scanner.class, String.class)
                .orShould()
                .callConstructor(MessageFormat.class, String.class)
                .orShould()
                .callConstructor(DecimalFormat.class)
                .orShould()
                .callConstructor(DecimalFormat.class, String.class)
                .orShould()
                .callConstructor(SimpleDateFormat.class)
                .orShould()
                .callConstructor(SimpleDateFormat.class, String.class)
                .check(CODE);
    }

    @Test
    void rolesAreAnEnumAndNoTexts() {
        noClasses()
                .that()
                .doNotHaveSimpleName("CallerRoles")
                .should()
                .callMethod("org.springframework.security.core.GrantedAuthority", "getAuthority")
                .check(CODE);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .check(CODE);
    }

    @Test
    void thePictureOfTheModulesIsUpToDate() throws IOException {
        var drawn = draw();
        if (Boolean.getBoolean("architecture.draw")) {
            Files.createDirectories(PICTURE.getParent());
            Files.writeString(PICTURE, drawn);
        }

        assertThat(PICTURE)
                .as("draw it again with mvn test -Dtest=ArchitectureTest -Darchitecture.draw=true")
                .hasContent(drawn);
    }

    private static String draw() {
        var arrows = new TreeSet<String>();
        MODULES.forEach(module -> module.getDependencies(MODULES, DependencyDepth.IMMEDIATE)
                .uniqueModules()
                .forEach(used -> arrows.add("    %s --> %s".formatted(module.getIdentifier(), used.getIdentifier()))));
        return """
                # The modules

                Each is a package below `io.ringback`; an arrow means "uses". Drawn from the code by `ArchitectureTest`.

                ```mermaid
                graph TD
                %s
                ```
                """.formatted(String.join("\n", arrows));
    }
}
