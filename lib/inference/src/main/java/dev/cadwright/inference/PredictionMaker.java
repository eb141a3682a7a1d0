package dev.cadwright.inference;

import dev.cadwright.cad.block.Blocks;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.prediction.Prediction;
import dev.cadwright.kernel.Category;
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

/** Prints what a model wrote as programs, and executes the one that is its answer. */
public final class PredictionMaker {
    private static final String SKIPPED = "skipped";

    private final KernelPool kernel;
    private final Request request;

    /** @param request what to ask of the kernel for the answer, such as its STEP text */
    public PredictionMaker(KernelPool kernel, Request request) {
        this.kernel = kernel;
        this.request = request;
    }

    /** A prediction, and what executing its answer gave; nothing where no candidate describes a solid. */
    public record Made(Prediction prediction, Optional<Execution> execution) {}

    /** @param sample the id of the sample whose points the model was given */
    public Made make(String sample, Split split, ShapeGeneration generation) {
        List<Candidate> candidates = new ArrayList<>(generation.candidates());
        generation.refined().ifPresent(candidates::add);
        int answer = generation.refined().isPresent() ? candidates.size() - 1 : generation.chosen();
        Optional<Execution> execution = Optional.of(candidates.get(answer))
                .filter(Candidate::usable)
                .flatMap(Candidate::program)
                .map(program -> kernel.execute(new Source.Program(Blocks.toConstruction(program)), request));
        List<Prediction.Candidate> written = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            written.add(written(candidates.get(i), i == answer ? execution : Optional.empty()));
        }
        Optional<Integer> chosen = execution.map(done -> answer);
        return new Made(new Prediction(sample, split.text(), written, chosen, Map.of()), execution);
    }

    private static Prediction.Candidate written(Candidate candidate, Optional<Execution> execution) {
        ProgramText program = ProgramText.of(candidate);
        return new Prediction.Candidate(
                program.text(),
                program.language(),
                category(candidate, execution),
                Optional.of(candidate.ids().size()),
                Optional.of(candidate.finishReason()),
                Optional.of(candidate.distance()).filter(Double::isFinite));
    }

    private static String category(Candidate candidate, Optional<Execution> execution) {
        if (candidate.program().isEmpty()) {
            return Category.SYNTAX.label();
        }
        if (!candidate.usable()) {
            return Category.INVALID.label();
        }
        return execution.map(done -> done.category().label()).orElse(SKIPPED);
    }
}
