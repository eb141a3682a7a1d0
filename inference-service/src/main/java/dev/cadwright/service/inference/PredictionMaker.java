package dev.cadwright.service.inference;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.BlockText;
import dev.cadwright.cad.block.Blocks;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.dataset.Sample;
import dev.cadwright.geometry.format.Stl;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.Deflection;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.Source;
import dev.cadwright.neural.generate.Candidate;
import dev.cadwright.neural.generate.ShapeGeneration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Prints what a model wrote as programs, and executes the one that is its answer. */
final class PredictionMaker {
    private static final String SKIPPED = "skipped";

    /** The language of what the model wrote itself, see {@link BlockText}. */
    private static final String BLOCKS = "blocks";

    private final KernelPool kernel;
    private final ArtifactStore artifacts;
    private final Set<String> formats;

    PredictionMaker(KernelPool kernel, ArtifactStore artifacts, Set<String> formats) {
        this.kernel = kernel;
        this.artifacts = artifacts;
        this.formats = formats;
    }

    Prediction make(Sample sample, ShapeGeneration generation) {
        List<Candidate> candidates = new ArrayList<>(generation.candidates());
        generation.refined().ifPresent(candidates::add);
        int answer = generation.refined().isPresent() ? candidates.size() - 1 : generation.chosen();
        Optional<Execution> execution = Optional.of(candidates.get(answer))
                .filter(Candidate::usable)
                .map(candidate -> kernel.execute(source(candidate.program().orElseThrow()), request()));
        List<Prediction.Written> written = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            written.add(written(candidates.get(i), i == answer ? execution : Optional.empty(), i == answer));
        }
        boolean usable = execution.isPresent();
        return new Prediction(
                sample.id(),
                sample.description().split().text(),
                written,
                usable ? Optional.of(answer) : Optional.empty(),
                execution.map(this::files).orElse(Map.of()));
    }

    private static Prediction.Written written(Candidate candidate, Optional<Execution> execution, boolean answer) {
        String category = category(candidate, execution, answer);
        return new Prediction.Written(
                text(candidate),
                candidate.usable() ? Language.SKETCH.label() : BLOCKS,
                category,
                category.equals(Category.OK.label()),
                candidate.ids().size(),
                candidate.finishReason(),
                Double.isFinite(candidate.distance()) ? Optional.of(candidate.distance()) : Optional.empty());
    }

    private static String category(Candidate candidate, Optional<Execution> execution, boolean answer) {
        if (candidate.program().isEmpty()) {
            return Category.SYNTAX.label();
        }
        if (!candidate.usable()) {
            return Category.INVALID.label();
        }
        return answer ? execution.orElseThrow().category().label() : SKIPPED;
    }

    /** The program in the sketch language; one that describes no solid is shown as the model wrote it. */
    private static String text(Candidate candidate) {
        return candidate
                .program()
                .map(program -> candidate.usable()
                        ? Programs.print(Language.SKETCH, Blocks.toConstruction(program))
                                .orElseThrow()
                        : BlockText.print(program))
                .orElse("");
    }

    private static Source source(BlockProgram program) {
        return new Source.Program(Blocks.toConstruction(program));
    }

    private Request request() {
        Request request = Request.properties();
        request = formats.contains("step") ? request.withStep() : request;
        return formats.contains("stl") ? request.withMesh(Deflection.STANDARD) : request;
    }

    private Map<String, String> files(Execution execution) {
        Map<String, String> files = new TreeMap<>();
        if (execution instanceof Execution.Solid solid) {
            solid.step()
                    .ifPresent(step ->
                            files.put("step", artifacts.put(step, "model/step").sha256()));
            solid.mesh()
                    .ifPresent(mesh -> files.put(
                            "stl", artifacts.put(Stl.encode(mesh), "model/stl").sha256()));
        }
        return files;
    }
}
