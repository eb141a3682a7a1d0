package dev.cadwright.cli.local.benchmark;

import dev.cadwright.cli.local.generate.GenerationOptions;
import dev.cadwright.cli.local.generate.ModelLoader;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.prediction.Prediction;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.format.FormatException;
import dev.cadwright.geometry.format.Npy;
import dev.cadwright.inference.ModelCloud;
import dev.cadwright.inference.PredictionMaker;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Request;
import dev.cadwright.neural.generate.GenerationProcess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets one model after the other write programs for the points of a split. */
final class ModelPredictions {
    private static final int TOGETHER = 64;

    private record Given(String sample, PointCloud points) {}

    private final Terminal terminal;
    private final KernelPool kernel;
    private final GenerationOptions options;
    private final Split split;
    private final List<Given> samples = new ArrayList<>();

    /** @param limit the first so many samples of the split */
    ModelPredictions(
            Terminal terminal, KernelPool kernel, GenerationOptions options, Dataset dataset, Split split, int limit) {
        this.terminal = terminal;
        this.kernel = kernel;
        this.options = options;
        this.split = split;
        dataset.each(split, limit, sample -> samples.add(new Given(sample.id(), points(sample))));
    }

    int samples() {
        return samples.size();
    }

    /** By the samples' ids, in their order. */
    Map<String, Prediction> of(Contestant contestant, ModelLoader loader) throws InterruptedException {
        Map<String, Prediction> predictions = new LinkedHashMap<>();
        PredictionMaker maker = new PredictionMaker(kernel, Request.properties());
        try (GenerationProcess process = loader.start(contestant.folder(), Optional.empty());
                ProgressBar bar = new ProgressBar(terminal, contestant.name())) {
            for (int from = 0; from < samples.size(); from += TOGETHER) {
                List<Given> some = samples.subList(from, Math.min(samples.size(), from + TOGETHER));
                List<float[]> clouds = some.stream()
                        .map(given -> cloud(given, process.points()))
                        .toList();
                process.generate(options.request(clouds), shape -> {
                    String sample = some.get(shape.index()).sample();
                    predictions.put(sample, maker.make(sample, split, shape).prediction());
                    bar.update(predictions.size(), samples.size(), "");
                });
            }
        }
        return predictions;
    }

    /** As many points as the model wants are given to it as they are. */
    private static float[] cloud(Given given, int points) {
        try {
            return given.points().size() == points
                    ? given.points().toFloatArray()
                    : ModelCloud.of(given.points(), points).toFloatArray();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(
                    "Sample " + given.sample() + " does not suit the model: " + e.getMessage() + ".");
        }
    }

    private static PointCloud points(Sample sample) {
        byte[] file = sample.file(SampleFile.POINTS)
                .orElseThrow(() -> CommandFailure.usage("Sample " + sample.id() + " has no points."));
        try {
            return Npy.parse(file).toPointCloud();
        } catch (FormatException e) {
            throw CommandFailure.usage("The points of sample " + sample.id() + " do not read: " + e.getMessage());
        }
    }
}
