package dev.cadwright.cad.cadquery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.interpret.Budget;
import dev.cadwright.cad.python.interpret.Outcome;
import dev.cadwright.cad.shape.Modeller;
import dev.cadwright.cad.shape.ModellingException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked after a program's last line, about steps that nothing uses, ends the run as the program would. */
class LastStepsTest {
    private static final String PROGRAM = """
        import cadquery as cq
        print('made')
        unused = cq.Solid.makeBox(1, 1, 1).fillet(5, [])
        r = cq.Workplane().box(1, 1, 1)
        """;
    private static final String IN_A_FUNCTION = PROGRAM + "def f(): pass\n";

    private static CadQueryRun run(String program, RuntimeException answer) {
        Modeller modeller = (Modeller) Proxy.newProxyInstance(
                Modeller.class.getClassLoader(), new Class<?>[] {Modeller.class}, (proxy, method, arguments) -> {
                    throw answer;
                });
        return CadQueryProgram.parse(program).orElseThrow().run(modeller, Budget.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {PROGRAM, IN_A_FUNCTION})
    void aRefusedStepIsAnExceptionOfTheProgramAtItsPlace(String program) {
        // Given
        ModellingException refusal =
                new ModellingException("kernel.refused", "too large", new SourceSpan(3, 10, 3, 20));

        // When
        CadQueryRun run = run(program, refusal);

        // Then
        assertThat(run)
                .isEqualTo(new CadQueryRun.Failed(new Outcome.Raised(
                        "StdFail_NotDone", "kernel.refused: too large", new SourceSpan(3, 10, 3, 20), "", "made\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {PROGRAM, IN_A_FUNCTION})
    void anEndOfTheModellerIsTheEndOfTheRun(String program) {
        // Given
        ModellingException.Ended end = new ModellingException.Ended("time", "out of time", SourceSpan.NONE);

        // When // Then
        assertThat(run(program, end)).isEqualTo(new CadQueryRun.Ended(end));
    }

    @Test
    void twoRunsAtOnceHaveTheirOwnModellers() {
        // Given
        ModellingException.Ended end = new ModellingException.Ended("time", "out of time", SourceSpan.NONE);
        ModellingException.Ended inner = new ModellingException.Ended("memory", "out of memory", SourceSpan.NONE);
        Modeller nested = (Modeller) Proxy.newProxyInstance(
                Modeller.class.getClassLoader(), new Class<?>[] {Modeller.class}, (proxy, method, arguments) -> {
                    assertThat(run(PROGRAM, inner)).isEqualTo(new CadQueryRun.Ended(inner));
                    throw end;
                });

        // When
        CadQueryRun run = CadQueryProgram.parse(PROGRAM + "s = unused.Volume()\n")
                .orElseThrow()
                .run(nested, Budget.DEFAULT);

        // Then
        assertThat(run).isEqualTo(new CadQueryRun.Ended(end));
    }
}
