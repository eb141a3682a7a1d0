package dev.cadwright.metrics.report;

import dev.cadwright.metrics.ProtocolDefinition;
import dev.cadwright.metrics.ProtocolSummary;
import dev.cadwright.metrics.Score;
import dev.cadwright.metrics.Summaries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything a report shows, independent of its form.
 *
 * @param title one line
 * @param created when the figures were made
 * @param facts what was measured on what, by label: data set, split, seed, commit, machine
 * @param protocols the definitions of the scores, in the order of their tables
 * @param models what is compared, baselines among them, in the order of the rows
 * @param samples every sample of the benchmark, with what each model wrote for it
 * @param losses curves over training steps; none where no training belongs to the benchmark
 */
public record BenchmarkReport(
        String title,
        Instant created,
        Map<String, String> facts,
        List<ProtocolDefinition> protocols,
        List<Model> models,
        List<Sample> samples,
        List<LossCurve> losses) {
    public BenchmarkReport {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(created, "created");
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        protocols = List.copyOf(protocols);
        models = List.copyOf(models);
        samples = List.copyOf(samples);
        losses = List.copyOf(losses);
    }

    /**
     * Something that makes predictions.
     *
     * @param name as in {@link Prediction#model()}
     * @param description one line: the checkpoint, how many tries and how chosen; or what a baseline does
     */
    public record Model(String name, String description, boolean baseline) {
        public Model {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(description, "description");
        }
    }

    /**
     * One shape of the benchmark.
     *
     * @param program the true program, or empty where only the solid is known
     * @param picture of the truth as PNG, or empty
     */
    @SuppressWarnings("ArrayRecordComponent") // read only by contract
    public record Sample(String name, String program, byte[] picture, List<Prediction> predictions) {
        public Sample {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(program, "program");
            Objects.requireNonNull(picture, "picture");
            predictions = List.copyOf(predictions);
        }
    }

    /**
     * What one model wrote for one shape.
     *
     * @param program its text, or empty where there is none
     * @param picture of the shape as PNG, or empty where there is none
     * @param scores one a protocol
     */
    @SuppressWarnings("ArrayRecordComponent") // read only by contract
    public record Prediction(String model, String program, byte[] picture, List<Score> scores) {
        public Prediction {
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(program, "program");
            Objects.requireNonNull(picture, "picture");
            scores = List.copyOf(scores);
        }
    }

    /** One quantity over training steps, for example the training loss. */
    public record LossCurve(String name, List<Point> points) {
        public LossCurve {
            Objects.requireNonNull(name, "name");
            points = List.copyOf(points);
        }

        /** A value at a step; not finite where training diverged. */
        public record Point(long step, double value) {}
    }

    /** The definition of one protocol of this report. */
    ProtocolDefinition definition(String protocol) {
        return protocols.stream()
                .filter(definition -> definition.name().equals(protocol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the report has no protocol " + protocol));
    }

    /** The summary of each model under a protocol, by the model's name. */
    public Map<String, ProtocolSummary> summaries(String protocol) {
        ProtocolDefinition definition = definition(protocol);
        Map<String, ProtocolSummary> summaries = new LinkedHashMap<>();
        for (Model model : models) {
            summaries.put(model.name(), Summaries.of(definition, scores(model.name(), protocol)));
        }
        return summaries;
    }

    /** All scores of a model under a protocol; a sample without a prediction is a failure, not a gap. */
    List<Score> scores(String model, String protocol) {
        List<Score> scores = new ArrayList<>();
        for (Sample sample : samples) {
            scores.add(sample.predictions().stream()
                    .filter(prediction -> prediction.model().equals(model))
                    .flatMap(prediction -> prediction.scores().stream())
                    .filter(score -> score.protocol().equals(protocol))
                    .findFirst()
                    .orElseGet(() -> Score.missing(definition(protocol), sample.name())));
        }
        return scores;
    }
}
