package dev.cadwright.cli.local.benchmark;

import dev.cadwright.benchmark.SampleScorer;
import dev.cadwright.cli.local.OrderedWork;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.prediction.Prediction;
import dev.cadwright.metrics.report.BenchmarkReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Scores the samples of a split, several at once, with no more than some of them in memory. */
final class Scoring {
    private static final int TOGETHER = 64;

    private final SampleScorer scorer;
    private final Map<String, Map<String, Prediction>> predictions;
    private final int threads;
    private final Consumer<BenchmarkReport.Sample> done;

    /**
     * @param predictions by the contestants' names and the samples' ids
     * @param done is told the results in the order of the samples
     */
    Scoring(
            SampleScorer scorer,
            Map<String, Map<String, Prediction>> predictions,
            int threads,
            Consumer<BenchmarkReport.Sample> done) {
        this.scorer = scorer;
        this.predictions = predictions;
        this.threads = threads;
        this.done = done;
    }

    void run(Dataset dataset, Split split, int limit) throws InterruptedException {
        List<Sample> waiting = new ArrayList<>();
        try {
            dataset.each(split, limit, sample -> {
                waiting.add(sample);
                if (waiting.size() == TOGETHER) {
                    score(waiting);
                }
            });
            score(waiting);
        } catch (StoppedException e) {
            throw e.interruption;
        }
    }

    private void score(List<Sample> waiting) {
        try {
            OrderedWork.run(waiting, threads, sample -> scorer.score(sample, own(sample)), done);
            waiting.clear();
        } catch (InterruptedException e) {
            throw new StoppedException(e);
        }
    }

    private Map<String, Prediction> own(Sample sample) {
        Map<String, Prediction> own = new HashMap<>();
        predictions.forEach((model, byName) -> {
            if (byName.containsKey(sample.id())) {
                own.put(model, byName.get(sample.id()));
            }
        });
        return own;
    }

    /** Carries an interruption out of the visit of the samples. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final InterruptedException interruption;

        StoppedException(InterruptedException interruption) {
            super(interruption);
            this.interruption = interruption;
        }
    }
}
