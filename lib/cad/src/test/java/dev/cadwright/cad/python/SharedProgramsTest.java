package dev.cadwright.cad.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Parse;
import dev.cadwright.cad.Samples;
import dev.cadwright.cad.python.interpret.Host;
import dev.cadwright.cad.python.interpret.Interpreter;
import dev.cadwright.cad.python.interpret.Outcome;
import dev.cadwright.cad.python.syntax.ModuleTree;
import dev.cadwright.cad.python.syntax.PythonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The CadQuery programs of the shared samples, which do not ship. */
class SharedProgramsTest {
    private static final List<String> CORPORA =
            List.of("cad-recode", "cad-recode-model-outputs", "cadquery-examples", "cadquery-llm");

    private static List<Path> programs() {
        List<Path> programs = CORPORA.stream()
                .flatMap(corpus -> Programs.list(Samples.shared(corpus), ".py").stream())
                .toList();
        assertThat(programs).as("CadQuery programs of the shared samples").isNotEmpty();
        return programs;
    }

    @Test
    void everySampleProgramReads() {
        // Given
        List<Path> programs = programs();

        // When
        List<String> refused = new ArrayList<>();
        for (Path program : programs) {
            Parse<ModuleTree> parse = PythonParser.parse(Programs.text(program));
            if (parse instanceof Parse.Failed<ModuleTree>(var diagnostics)) {
                refused.add(program.getFileName() + ": " + diagnostics.getFirst());
            }
        }

        // Then
        assertThat(refused).as("refused of " + programs.size()).isEmpty();
    }

    @Test
    void withoutCadQueryASampleProgramSaysWhichModuleIsMissing() {
        // Given
        ModuleTree program =
                PythonParser.parse(Programs.text(programs().getFirst())).orElseThrow();

        // When
        Outcome outcome = Interpreter.run(program, Host.NONE, Programs.SMALL);

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Unsupported.class);
        assertThat(((Outcome.Unsupported) outcome).construct()).isEqualTo("import cadquery");
    }
}
