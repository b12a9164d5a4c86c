package io.ringback;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** What a package is, what it uses and who may use it; and the page that tells it, drawn from the code. */
@Tag("long")
class PackagesTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.ringback");
    private static final Path PAGE = Path.of("docs/architecture/README.md");
    private static final SourcePackages PACKAGES = SourcePackages.read(Path.of("src/main/java/io/ringback"));

    static Iterable<SourcePackage> packages() {
        return PACKAGES.all();
    }

    @Test
    void featuresDoNotUseEachOtherInACircle() {
        slices().matching("io.ringback.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void packagesDoNotUseEachOtherInACircle() {
        slices().assignedFrom(EACH_PACKAGE).should().beFreeOfCycles().check(CODE);
    }

    @Test
    void theOfficeIsImportedByNobody() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.ringback.office..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.ringback.office..")
                .check(CODE);
    }

    @Test
    void thePagesOfTheOfficeDoNotKnowEachOther() {
        slices().matching("io.ringback.office.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CODE);
    }

    @Test
    void howPeopleSignInIsTheBusinessOfAccountsAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.ringback.account..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.ringback.account.security", "io.ringback.account.oidc")
                .check(CODE);
    }

    @Test
    void thePlatformKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage("io.ringback.platform..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.ringback..")
                        .and(JavaClass.Predicates.resideOutsideOfPackage("io.ringback.platform..")))
                .check(CODE);
    }

    @Test
    void controllersAreCalledSo() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .or()
                .areAnnotatedWith(RestController.class)
                .should()
                .haveSimpleNameEndingWith("Controller")
                .check(CODE);
        classes()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .and()
                .areTopLevelClasses()
                .should()
                .beAnnotatedWith(Controller.class)
                .orShould()
                .beAnnotatedWith(RestController.class)
                .check(CODE);
    }

    @Test
    void transactionsAreBegunInOneWay() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Transactions")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org[.]springframework[.]transaction[.]"
                        + "(annotation[.]Transactional|PlatformTransactionManager|support[.]TransactionTemplate)")
                .check(CODE);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyPackageSaysWhatItIsAndWhatItUsesAndWhereToBegin(SourcePackage one) {
        assertThat(one.about()).as("the package-info of %s", one).endsWith(one.usesAsTold());
        assertThat(one.about())
                .as("the package-info of %s", one)
                .hasSizeGreaterThan(one.usesAsTold().length() + 20);
        assertThat(one.isThereToBeginAt()).as("where %s begins", one).isTrue();
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        var written = Files.readString(PAGE);
        var drawn = PACKAGES.drawnInto(written);
        if (Boolean.getBoolean("architecture.draw")) {
            Files.writeString(PAGE, drawn);
            written = drawn;
        }

        assertThat(written)
                .as("draw it again with mvn test -Dtest=PackagesTest -Darchitecture.draw=true")
                .isEqualTo(drawn);
    }

    /** What the test of the page goes by: an arrow that others imply is left out, and no other one. */
    @Test
    void thePictureLeavesOutOnlyWhatFollows() {
        var softly = new SoftAssertions();
        PACKAGES.features()
                .forEach(one -> softly.assertThat(PACKAGES.reachedByArrows(one))
                        .as("what %s uses, directly or not", one)
                        .isEqualTo(PACKAGES.reachedByUse(one)));
        softly.assertAll();
    }

    private static final SliceAssignment EACH_PACKAGE = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass one) {
            return SliceIdentifier.of(one.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    };
}
