package dev.cadwright.inference;

import dev.cadwright.cad.Language;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.SurfaceSampler;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.Deflection;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.openscad.ScadFiles;
import dev.cadwright.kernel.program.ExecutionRecord;
import dev.cadwright.kernel.program.ProgramExecution;
import dev.cadwright.kernel.program.ProgramInput;
import dev.cadwright.kernel.program.ProgramPool;
import dev.cadwright.metrics.InputSelection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/** Executes the programs that models wrote, and chooses among several by what the model was given. */
public final class AnswerExecutor {
    private static final int SURFACE = 2048;
    private static final long SEED = 0x5EED;
    private static final double LONGEST_SIDE = 2;

    private final ProgramPool programs;
    private final Request request;

    /** @param request what to ask of the kernel beside the mesh */
    public AnswerExecutor(ProgramPool programs, Request request) {
        this.programs = programs;
        this.request = request.withMesh(Deflection.STANDARD);
    }

    /**
     * What became of a program.
     *
     * @param category that of an execution; {@code syntax} where there is no program in a known language
     * @param problem why there is no solid, as {@code code: message}
     * @param execution empty for what does not read
     */
    public record Executed(String category, Optional<String> problem, Optional<ProgramExecution> execution) {
        public Executed {
            Objects.requireNonNull(category);
            Objects.requireNonNull(problem);
            Objects.requireNonNull(execution);
        }

        public boolean succeeded() {
            return category.equals(Category.OK.label());
        }

        Optional<Mesh> mesh() {
            return succeeded() ? execution.flatMap(ProgramExecution::mesh) : Optional.empty();
        }
    }

    public Executed execute(ProgramAnswer answer) {
        if (answer.language().isEmpty()) {
            return new Executed(
                    Category.SYNTAX.label(),
                    Optional.of("no_program: the text is no program in a known language"),
                    Optional.empty());
        }
        Language language = answer.language().get();
        return switch (read(language, answer.text())) {
            case ProgramInput.Executable(var name, var source) -> {
                ProgramExecution execution = programs.execute(source, request);
                yield executed(ExecutionRecord.of("answer", name, execution), Optional.of(execution));
            }
            case ProgramInput.Unreadable(var name, var diagnostic) ->
                executed(ExecutionRecord.unreadable("answer", name, diagnostic), Optional.empty());
        };
    }

    private static Executed executed(ExecutionRecord record, Optional<ProgramExecution> execution) {
        Optional<String> problem =
                Optional.ofNullable(record.error()).map(error -> error.code() + ": " + error.message());
        return new Executed(record.category(), problem, execution);
    }

    private static ProgramInput read(Language language, String text) {
        try {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            return ProgramInput.of(language, "answer" + language.extension(), content, ScadFiles.Folder.EMPTY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The try whose surface, centred and scaled as the input was, lies nearest to the input; none where no try is a solid.
     * The truth never takes part.
     *
     * @param input in the frame of the model
     */
    public static OptionalInt choose(List<Executed> tries, PointCloud input) {
        return InputSelection.choose(tries.stream().map(AnswerExecutor::surface).toList(), input);
    }

    private static Optional<PointCloud> surface(Executed executed) {
        return executed.mesh()
                .filter(mesh -> mesh.bounds().longestSide() > 0)
                .map(mesh -> SurfaceSampler.sample(mesh.normalised(LONGEST_SIDE), SURFACE, new SplittableRandom(SEED)));
    }
}
