package dev.cadwright.kernel.cadquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cadwright.kernel.KernelException;
import dev.cadwright.kernel.KernelOptions;
import dev.cadwright.kernel.KernelPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssemblyNamesTest {
    private static KernelPool pool;

    @BeforeAll
    static void start() {
        pool = new KernelPool(KernelOptions.standard().withWorkers(1));
        try {
            pool.information();
        } catch (KernelException e) {
            assumeTrue(false, "the kernel worker is not built: lib/kernel/worker/build.sh builds it");
        }
    }

    @AfterAll
    static void stop() {
        if (pool != null) {
            pool.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"part1", "part2", "0", "assembly"})
    void anyNameIsFreeInANewAssembly(String name) {
        // Given
        String program = """
                import cadquery as cq
                assembly = cq.Assembly()
                assembly.add(cq.Workplane().box(1, 1, 1))
                assembly.add(cq.Workplane().box(1, 1, 2), name="%s", loc=cq.Location((5, 0, 0)))
                """.formatted(name);
        // When
        Actual actual = Actual.of(program, pool);
        // Then
        assertThat(actual.message()).isEmpty();
        assertThat(actual.properties().orElseThrow().volume()).isCloseTo(3, within(1e-9));
    }
}
