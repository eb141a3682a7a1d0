package dev.cadwright.kernel.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.cadquery.CadQueryProgram;
import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.Request;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuarantineTest {
    /** Few statements, and a union of hundreds of bodies that cross each other. */
    private static final String SLOW = """
        import cadquery as cq
        r = cq.Workplane().pushPoints([(0.1 * i, 0.07 * i) for i in range(600)]).sphere(1)
        """;

    @Test
    void aCadQueryProgramThatCostTwoWorkersTheirLifeIsNotRunAThirdTime() {
        // Given
        Request brief = Request.properties().within(Budget.STANDARD.withTime(Duration.ofSeconds(1)));
        try (ProgramPool pool = HostileInputs.pool()) {
            assertThat(HostileInputs.servesTheNext(pool)).isTrue();
            for (int time = 0; time < 2; time++) {
                assertThat(pool.execute(program(), brief).category()).isEqualTo(Category.TIMEOUT);
            }

            // When
            ProgramExecution third = pool.execute(program(), brief);

            // Then
            assertThat(third.category()).isEqualTo(Category.TIMEOUT);
            assertThat(third.elapsed()).isZero();
            assertThat(HostileInputs.servesTheNext(pool)).isTrue();
        }
    }

    /** Read anew each time, as programs come in. */
    private static ProgramSource program() {
        return new ProgramSource.CadQuery(CadQueryProgram.parse(SLOW).orElseThrow());
    }
}
