package dev.cadwright.kernel.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.block.Blocks;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.cad.procedural.ProceduralGenerator;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.SolidProperties;
import dev.cadwright.kernel.Source;
import dev.cadwright.kernel.Workers;
import dev.cadwright.kernel.openscad.ScadFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is printed in a language, read in it and executed is the solid that was printed. */
class PrintedProgramsTest {
    private static final int PROGRAMS = 6;

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

    @ParameterizedTest
    @EnumSource(names = "OPENSCAD", mode = EnumSource.Mode.EXCLUDE)
    void aProceduralShapeIsTheSameSolidInEveryExactLanguage(Language language) throws IOException {
        ProceduralGenerator generator = new ProceduralGenerator(29);
        for (int index = 0; index < PROGRAMS; index++) {
            // Given
            Construction construction =
                    Blocks.toConstruction(generator.sample(index).program());
            SolidProperties expected = solid(
                    programs.execute(new ProgramSource.Exact(new Source.Program(construction)), Request.properties()));
            String printed = Programs.print(language, construction).orElseThrow();

            // When
            ProgramInput read = ProgramInput.of(
                    language, "program", printed.getBytes(StandardCharsets.UTF_8), ScadFiles.Folder.EMPTY);
            SolidProperties actual =
                    solid(programs.execute(((ProgramInput.Executable) read).source(), Request.properties()));

            // Then
            assertThat(read.language()).isEqualTo(language.label());
            assertThat(actual.volume()).as(printed).isCloseTo(expected.volume(), within(1e-6 * expected.volume()));
            assertThat(actual.area()).as(printed).isCloseTo(expected.area(), within(1e-6 * expected.area()));
            assertThat(actual.bounds().min().distanceTo(expected.bounds().min()))
                    .as(printed)
                    .isLessThan(1e-6 * expected.bounds().diagonal());
        }
    }

    private static SolidProperties solid(ProgramExecution execution) {
        assertThat(execution)
                .isInstanceOfSatisfying(ProgramExecution.Exact.class, exact -> assertThat(exact.execution())
                        .isInstanceOf(Execution.Solid.class));
        return ((Execution.Solid) ((ProgramExecution.Exact) execution).execution()).properties();
    }
}
