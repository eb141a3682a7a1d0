package dev.cadwright.kernel.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.cadquery.CadQueryHistory;
import dev.cadwright.cad.cadquery.CadQueryProgram;
import dev.cadwright.cad.python.interpret.Budget;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.Source;
import dev.cadwright.kernel.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** CadQuery programs that ask about their shapes become constructions where the kernel answers. */
class AskingProgramsTest {
    private static final String PLATE = """
        import cadquery as cq
        r = (cq.Workplane().box(40, 30, 10)
            .faces(">Z").workplane().rect(30, 20, forConstruction=True).vertices().hole(4)
            .faces("<X").workplane(centerOption="CenterOfMass").circle(2).cutBlind(-5))
        """;

    private static ProgramPool programs;

    @BeforeAll
    static void start() {
        programs = ProgramPool.around(new KernelPool(Workers.options().withWorkers(1)));
    }

    @AfterAll
    static void stop() {
        if (programs != null) {
            programs.close();
        }
    }

    @Test
    void aProgramThatAsksBecomesTheSameSolid() {
        // Given
        CadQueryProgram program = CadQueryProgram.parse(PLATE).orElseThrow();
        assertThat(code(program.construction(Budget.DEFAULT))).isEqualTo(CadQueryHistory.UNSUPPORTED);

        // When
        Construction construction = programs.construction(program, dev.cadwright.kernel.Budget.STANDARD)
                .orElseThrow();

        // Then
        assertThat(construction.features())
                .extracting(Feature::operation)
                .startsWith(Operation.NEW_BODY)
                .hasSize(6);
        double expected = volume(new ProgramSource.CadQuery(program));
        assertThat(volume(new ProgramSource.Exact(new Source.Program(construction))))
                .isCloseTo(expected, within(1e-6 * expected));
    }

    @Test
    void whatIsNoHistoryIsRefusedThoughTheKernelAnswers() {
        CadQueryProgram program = CadQueryProgram.parse(
                        "import cadquery as cq\nr = cq.Workplane().box(1, 1, 1).edges('|Z').fillet(0.1)")
                .orElseThrow();
        Parse<Construction> refused = programs.construction(program, dev.cadwright.kernel.Budget.STANDARD);
        assertThat(code(refused)).isEqualTo(CadQueryHistory.UNSUPPORTED);
        assertThat(((Parse.Failed<Construction>) refused)
                        .diagnostics()
                        .getFirst()
                        .message())
                .contains("Fillet");
    }

    private static String code(Parse<Construction> parse) {
        return ((Parse.Failed<Construction>) parse).diagnostics().getFirst().code();
    }

    private static double volume(ProgramSource source) {
        ProgramExecution execution = programs.execute(source, Request.properties());
        return ((Execution.Solid) ((ProgramExecution.Exact) execution).execution())
                .properties()
                .volume();
    }
}
