package dev.cadwright.kernel.cadquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.kernel.TestKernel;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssemblyNamesTest {
    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(1);

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
        Actual actual = Actual.of(program, KERNEL.pool());
        // Then
        assertThat(actual.message()).isEmpty();
        assertThat(actual.properties().orElseThrow().volume()).isCloseTo(3, within(1e-9));
    }
}
