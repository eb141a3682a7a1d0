package dev.cadwright.neural.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.model.CausalInput;
import dev.cadwright.neural.model.Model;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Follows several texts behind one prompt, keeps the likeliest, and returns the best finished ones: beam search as
 * transformers defines it, with the same scores. Deterministic.
 */
public final class BeamSearch {
    private final BeamSettings settings;
    private final List<Beam> finished = new ArrayList<>();
    private List<Beam> running = List.of(new Beam(new int[0], 0, FinishReason.LENGTH));

    private BeamSearch(BeamSettings settings) {
        this.settings = settings;
    }

    /**
     * A text behind the prompt.
     *
     * @param tokens with the one that ended it
     * @param score summed log-probability over length to the power of the penalty; while it runs, the sum
     */
    public record Beam(int[] tokens, double score, FinishReason finish) {
        public Beam {
            tokens = tokens.clone();
        }

        @Override
        public int[] tokens() {
            return tokens.clone();
        }

        private Beam with(int token, double sum, FinishReason reason) {
            int[] longer = Arrays.copyOf(tokens, tokens.length + 1);
            longer[tokens.length] = token;
            return new Beam(longer, sum, reason);
        }
    }

    /** A token behind one of the running texts. */
    private record Step(int beam, int token, double sum) {}

    /**
     * @param prompt one row
     * @param cancelled asked before each token; ends the search with what is finished
     * @return the best first
     */
    public static List<Beam> search(Model model, CausalInput prompt, BeamSettings settings, BooleanSupplier cancelled) {
        if (prompt.ids().getShape().get(0) != 1) {
            throw new IllegalArgumentException("a beam search has one prompt");
        }
        BeamSearch search = new BeamSearch(settings);
        int capacity = Math.addExact(Math.toIntExact(prompt.ids().getShape().get(1)), settings.maximum());
        try (NDManager manager = model.manager().newSubManager();
                Continuation continuation = Continuation.of(model, prompt, capacity, manager)) {
            search.run(manager, continuation, cancelled);
        }
        return search.finished.subList(0, Math.min(settings.returned(), search.finished.size()));
    }

    private void run(NDManager manager, Continuation continuation, BooleanSupplier cancelled) {
        for (int length = 1; length <= settings.maximum() && !cancelled.getAsBoolean(); length++) {
            List<Step> best;
            try (NDManager scope = manager.newSubManager()) {
                NDArray logits = length == 1 ? continuation.first(scope) : continuation.next(scope, lastTokens());
                best = best(logits);
            }
            finish(best, length);
            List<Step> open = best.stream()
                    .filter(step -> !settings.ends().contains(step.token()))
                    .limit(settings.beams())
                    .toList();
            if (open.isEmpty()) {
                return;
            }
            continuation.select(open.stream().mapToLong(Step::beam).toArray());
            List<Beam> before = running;
            running = open.stream()
                    .map(step -> before.get(step.beam()).with(step.token(), step.sum(), FinishReason.LENGTH))
                    .toList();
            if (isOver(length)) {
                return;
            }
        }
    }

    private long[] lastTokens() {
        return running.stream()
                .mapToLong(beam -> beam.tokens[beam.tokens.length - 1])
                .toArray();
    }

    /** Enough of the likeliest steps that, even if each beam ends in all the ways it can, as many go on. */
    private List<Step> best(NDArray logits) {
        int vocabulary = Math.toIntExact(logits.getShape().get(logits.getShape().dimension() - 1));
        int wanted = Math.max(2, 1 + settings.ends().size()) * settings.beams();
        FloatBuffer all = logits.toByteBuffer().asFloatBuffer();
        float[] row = new float[vocabulary];
        List<Step> steps = new ArrayList<>();
        for (int beam = 0; beam < running.size(); beam++) {
            all.get(beam * vocabulary, row);
            double normaliser = LogProbabilities.logSumOfExponentials(row);
            for (int token : LogProbabilities.likeliest(row, wanted)) {
                steps.add(new Step(beam, token, running.get(beam).score() + row[token] - normaliser));
            }
        }
        steps.sort(Comparator.comparingDouble(Step::sum).reversed());
        return steps.subList(0, Math.min(wanted, steps.size()));
    }

    /** Of the steps that would be followed, those that end a text are kept, as long as they are among the best. */
    private void finish(List<Step> best, int length) {
        for (Step step : best.subList(0, Math.min(settings.beams(), best.size()))) {
            boolean ends = settings.ends().contains(step.token());
            if (ends || length == settings.maximum()) {
                FinishReason reason = ends ? FinishReason.STOP : FinishReason.LENGTH;
                double score = step.sum() / Math.pow(length, settings.lengthPenalty());
                finished.add(running.get(step.beam()).with(step.token(), score, reason));
            }
        }
        finished.sort(Comparator.comparingDouble(Beam::score).reversed());
        while (finished.size() > settings.beams()) {
            finished.removeLast();
        }
    }

    private boolean isOver(int length) {
        if (finished.size() < settings.beams()) {
            return false;
        }
        double worst = finished.getLast().score();
        double sum = running.getFirst().score();
        return switch (settings.patience()) {
            case NONE -> true;
            case SOME -> sum / Math.pow(length, settings.lengthPenalty()) <= worst;
            case ALL -> {
                int best = settings.lengthPenalty() > 0 ? settings.maximum() : length;
                yield sum / Math.pow(best, settings.lengthPenalty()) <= worst;
            }
        };
    }
}
