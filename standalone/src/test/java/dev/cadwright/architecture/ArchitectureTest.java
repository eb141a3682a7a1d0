package dev.cadwright.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.cadwright.contracts.Topics;
import dev.cadwright.embedded.KafkaServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The floors of the house: imports only run downwards. */
class ArchitectureTest {
    /** What each library may use of the others. */
    private static final Map<String, Set<String>> FLOORS = Map.ofEntries(
            Map.entry("lib/geometry", Set.of()),
            Map.entry("lib/contracts", Set.of()),
            Map.entry("lib/artifacts", Set.of()),
            Map.entry("lib/embedded", Set.of()),
            Map.entry("lib/cad", Set.of("lib/geometry")),
            Map.entry("lib/kernel", Set.of("lib/geometry", "lib/cad")),
            Map.entry("lib/metrics", Set.of("lib/geometry", "lib/cad", "lib/kernel")),
            Map.entry("lib/neural", Set.of("lib/geometry", "lib/cad", "lib/artifacts")),
            Map.entry("lib/hub-testkit", Set.of()),
            Map.entry("lib/hub", Set.of("lib/contracts")),
            Map.entry("lib/dataset", Set.of("lib/geometry", "lib/cad", "lib/kernel", "lib/artifacts", "lib/contracts")),
            Map.entry(
                    "lib/inference",
                    Set.of(
                            "lib/geometry",
                            "lib/cad",
                            "lib/kernel",
                            "lib/metrics",
                            "lib/dataset",
                            "lib/neural",
                            "lib/artifacts")),
            Map.entry(
                    "lib/benchmark",
                    Set.of(
                            "lib/geometry",
                            "lib/cad",
                            "lib/kernel",
                            "lib/metrics",
                            "lib/dataset",
                            "lib/contracts",
                            "lib/artifacts")),
            Map.entry("lib/jobs", Set.of("lib/contracts", "lib/artifacts")),
            Map.entry("lib/jobs-testkit", Set.of("lib/contracts", "lib/embedded")));

    private static final String[] QUARKUS = {
        "io.quarkus..", "jakarta.enterprise..", "jakarta.inject..", "jakarta.ws.rs.."
    };

    /** The one package of a library that wires it into Quarkus, and what starts Quarkus for tests. */
    private static final DescribedPredicate<JavaClass> WIRING = resideInAnyPackage(
            "dev.cadwright.jobs.quarkus..", "dev.cadwright.kernel.quarkus..", "dev.cadwright.jobs.testkit..");

    static Stream<String> modules() {
        return Modules.built().stream();
    }

    static Stream<String> modulesButNeural() {
        return modules().filter(module -> !module.equals("lib/neural"));
    }

    static Stream<String> libraries() {
        return Modules.built().stream().filter(module -> module.startsWith("lib/"));
    }

    static Stream<String> services() {
        return Modules.built().stream().filter(module -> module.endsWith("-service"));
    }

    @Test
    void everyLibraryHasItsFloor() {
        assertThat(FLOORS.keySet()).containsAll(libraries().toList());
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aLibraryUsesOnlyTheFloorsBelow(String library) {
        JavaClasses classes = Modules.classes(library);
        List<String> above = Modules.built().stream()
                .filter(module ->
                        !module.equals(library) && !FLOORS.get(library).contains(module))
                .toList();
        above.forEach(module -> noClasses()
                .should()
                .dependOnClassesThat(Modules.belongTo(module))
                .allowEmptyShould(true)
                .check(classes));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aLibraryKnowsNoQuarkusExceptWhereItIsWired(String library) {
        noClasses()
                .that(not(WIRING))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(QUARKUS)
                .allowEmptyShould(true)
                .check(Modules.classes(library));
    }

    @ParameterizedTest
    @MethodSource("modulesButNeural")
    void nothingButTheNeuralLibraryKnowsDjl(String module) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .allowEmptyShould(true)
                .check(Modules.classes(module));
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceUsesNoOtherService(String service) {
        JavaClasses classes = Modules.classes(service);
        services().filter(other -> !other.equals(service)).forEach(other -> noClasses()
                .should()
                .dependOnClassesThat(Modules.belongTo(other))
                .allowEmptyShould(true)
                .check(classes));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noPackagesOfAModuleGoRoundInACircle(String module) {
        slices().assignedFrom(new EachPackage())
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(Modules.classes(module));
    }

    @Test
    void nothingOutsideMayUseWhatRunsInTheServersOwnProcesses() {
        classes()
                .that()
                .resideInAPackage("dev.cadwright.embedded.child..")
                .should()
                .onlyBeAccessed()
                .byAnyPackage("dev.cadwright.embedded.child..")
                .check(Modules.classes("lib/embedded"));
    }

    @Test
    void theTestServersHaveTheTopicsOfTheContract() {
        assertThat(KafkaServer.SUITE_TOPICS).containsExactlyInAnyOrderElementsOf(Topics.all());
    }

    /** Every package by itself. */
    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith("dev.cadwright")
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
