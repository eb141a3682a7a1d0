package dev.cadwright.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.cadwright.gateway");

    @Test
    void featuresDependOnEachOtherOneWay() {
        slices().matching("dev.cadwright.gateway.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void theGatewayKnowsNoEngine() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "ai.djl..",
                        "dev.cadwright.kernel..",
                        "dev.cadwright.neural..",
                        "dev.cadwright.geometry..",
                        "dev.cadwright.dataset..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
