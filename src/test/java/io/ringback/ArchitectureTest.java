package io.ringback;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.ENUMS;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.RECORDS;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
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
import org.junit.jupiter.api.Test;

/** Rules that hold in all packages; what the packages are is in {@link PackagesTest}. */
class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.ringback");

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
}
