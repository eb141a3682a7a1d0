package dev.cadwright.cad.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.python.interpret.Outcome;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs whose output was recorded from Python 3.11 itself; see {@code record.py} beside them. */
class RecordedProgramsTest {
    static Stream<Path> programs() {
        return Programs.list(Programs.resources().resolve("programs"), ".py").stream();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void aProgramPrintsAndRaisesWhatPythonPrintsAndRaises(Path program) {
        // Given
        String recorded = Programs.text(
                program.resolveSibling(program.getFileName().toString().replace(".py", ".txt")));

        // When
        Outcome outcome = Programs.run(Programs.text(program));

        // Then
        String end =
                switch (outcome) {
                    case Outcome.Finished finished -> "";
                    case Outcome.Raised raised ->
                        "raised " + raised.type() + ": " + raised.message() + " at line "
                                + raised.span().line() + "\n";
                    case Outcome.Unsupported unsupported ->
                        unsupported.diagnostic().toString();
                    case Outcome.Exhausted exhausted -> exhausted.diagnostic().toString();
                };
        assertThat(outcome.printed() + end).isEqualTo(recorded);
    }
}
