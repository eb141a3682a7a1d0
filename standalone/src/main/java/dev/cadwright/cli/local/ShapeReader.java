package dev.cadwright.cli.local;

import dev.cadwright.cad.Language;
import dev.cadwright.geometry.format.Npy;
import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.Source;
import dev.cadwright.kernel.program.ExecutionRecord;
import dev.cadwright.kernel.program.ProgramExecution;
import dev.cadwright.kernel.program.ProgramPool;
import dev.cadwright.kernel.program.ProgramSource;
import dev.cadwright.metrics.ProtocolDefinition;
import dev.cadwright.metrics.Shape;
import dev.cadwright.metrics.ShapePreparation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads files into shapes that protocols measure. */
final class ShapeReader {
    private final ProgramPool programs;
    private final Duration time;

    /** @param definitions the strictest of their time limits holds */
    ShapeReader(ProgramPool programs, List<ProtocolDefinition> definitions) {
        this.programs = programs;
        double seconds = definitions.stream()
                .mapToDouble(ProtocolDefinition::secondsPerShape)
                .min()
                .orElseThrow();
        this.time = Duration.ofMillis(Math.round(1000 * seconds));
    }

    Shape read(Path file) {
        try {
            if (InputOptions.ending(file).equals(".npy")) {
                return Shape.of(Npy.read(file).toPointCloud());
            }
            Input input = new Input.File(file, String.valueOf(file.getFileName()), Optional.empty());
            return switch (ShapeInput.read(input)) {
                case ShapeInput.Finished finished -> Shape.of(finished.mesh());
                case ShapeInput.Unreadable unreadable ->
                    Shape.absent(
                            unreadable.diagnostic().isUnsupported() ? "unsupported" : "syntax",
                            unreadable.diagnostic().toString());
                case ShapeInput.Executable executable -> prepare(executable.source());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Shape prepare(ProgramSource program) {
        return switch (program) {
            case ProgramSource.Exact(var source) -> ShapePreparation.prepare(programs.kernel(), source, time);
            case ProgramSource.CadQuery _ -> {
                ProgramExecution execution = programs.execute(
                        program, Request.properties().withBrep().within(Budget.STANDARD.withTime(time)));
                yield execution instanceof ProgramExecution.Exact(Execution.Solid solid)
                        ? ShapePreparation.prepare(
                                programs.kernel(), new Source.Brep(solid.brep().orElseThrow()), time)
                        : absent(execution, Language.CADQUERY, "it leaves no solid");
            }
            case ProgramSource.Scad _ -> {
                ProgramExecution execution =
                        programs.execute(program, Request.properties().within(Budget.STANDARD.withTime(time)));
                yield execution
                        .mesh()
                        .map(Shape::of)
                        .orElseGet(() -> absent(execution, Language.OPENSCAD, "it is a flat drawing"));
            }
        };
    }

    private static Shape absent(ProgramExecution execution, Language language, String otherwise) {
        ExecutionRecord record = ExecutionRecord.of("", language.label(), execution);
        return Shape.absent(
                record.category(),
                record.error() == null ? otherwise : record.error().message());
    }
}
