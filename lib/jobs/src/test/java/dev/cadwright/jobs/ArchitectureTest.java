package dev.cadwright.jobs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("jobs-testkit"))
            .importPackages("dev.cadwright.jobs");

    @Test
    void onlyTheWiringKnowsTheFramework() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..quarkus..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.smallrye..", "jakarta..", "org.eclipse.microprofile..")
                .check(CLASSES);
    }

    @Test
    void theTwoSidesOfTheWireKnowNothingOfEachOther() {
        noClasses()
                .that()
                .resideInAPackage("..worker..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..gateway..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..gateway..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..worker..")
                .check(CLASSES);
    }

    @Test
    void theLibraryKnowsOnlyWhatLiesBelowIt() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("dev.cadwright..")
                        .and(resideOutsideOfPackages(
                                "dev.cadwright.jobs..", "dev.cadwright.contracts..", "dev.cadwright.artifacts..")))
                .check(CLASSES);
    }
}
