package dev.cadwright.neural.evaluate;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Vector3;
import dev.cadwright.neural.generate.Candidate;
import dev.cadwright.neural.generate.GenerationRequest;
import dev.cadwright.neural.generate.Generator;
import dev.cadwright.neural.generate.ShapeGeneration;
import dev.cadwright.neural.nano.NanoFolder;
import dev.cadwright.neural.nano.NanoModel;
import dev.cadwright.neural.tensor.TorchRuntime;
import dev.cadwright.neural.train.ProceduralSource;
import dev.cadwright.neural.train.SampleSource;
import dev.cadwright.neural.train.TrainingSample;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A quick look at a model: {@code EvaluationMain MODEL_FOLDER COUNT SEED [CANDIDATES]}. Prints one JSON object with the
 * validity and overlap on fresh procedural shapes of
 *
 * <ul>
 *   <li>{@code bounding_box}: the box around the input points
 *   <li>{@code greedy}: the likeliest program, as it is
 *   <li>{@code first_usable}: the first of all candidates that is a solid
 *   <li>{@code best_by_input}: the candidate nearest to the input points
 *   <li>{@code refined}: that one with its numbers moved to fit the input
 * </ul>
 *
 * Failures count as 0.
 */
public final class EvaluationMain {
    private static final int CANDIDATES = 8;

    private EvaluationMain() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        if (arguments.length < 3 || arguments.length > 4) {
            System.err.println("usage: EvaluationMain MODEL_FOLDER COUNT SEED [CANDIDATES]");
            System.exit(2);
        }
        int candidates = arguments.length == 4 ? Integer.parseInt(arguments[3]) : CANDIDATES;
        NDManager manager = TorchRuntime.start(1);
        NanoModel model = NanoFolder.load(manager, Path.of(arguments[0]));
        List<TrainingSample> truths = shapes(
                Long.parseLong(arguments[2]),
                Integer.parseInt(arguments[1]),
                model.configuration().points());
        out.println(report(new Generator(manager, model), truths, candidates));
        System.exit(0);
    }

    private static ObjectNode report(Generator generator, List<TrainingSample> truths, int candidates) {
        ObjectNode report = new JsonMapper().createObjectNode();
        report.put("shapes", truths.size()).put("candidates", candidates);
        Overlaps box = new Overlaps();
        Overlaps greedy = new Overlaps();
        Overlaps usable = new Overlaps();
        Overlaps best = new Overlaps();
        Overlaps refined = new Overlaps();
        List<float[]> clouds = truths.stream().map(TrainingSample::points).toList();
        GenerationRequest request =
                GenerationRequest.bestOf(clouds, candidates, 1).withRefinement();
        long started = System.nanoTime();
        for (ShapeGeneration shape : generator.generate(request)) {
            TrainingSample truth = truths.get(shape.index());
            List<Candidate> all = shape.candidates();
            box.add(truth, bounds(truth.points()));
            greedy.add(truth, all.getFirst());
            usable.add(truth, all.stream().filter(Candidate::usable).findFirst().orElse(all.getFirst()));
            best.add(truth, all.get(shape.chosen()));
            refined.add(truth, shape.answer());
        }
        report.put("seconds_per_shape", (System.nanoTime() - started) / 1e9 / truths.size());
        report.set("bounding_box", box.summary());
        report.set("greedy", greedy.summary());
        report.set("first_usable", usable.summary());
        report.set("best_by_input", best.summary());
        report.set("refined", refined.summary());
        return report;
    }

    private static List<TrainingSample> shapes(long seed, int count, int points) {
        SampleSource source = new ProceduralSource(seed, count, points);
        List<TrainingSample> shapes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            shapes.add(source.sample(i, 0));
        }
        return shapes;
    }

    private static Bounds bounds(float[] points) {
        double[] low = {1e9, 1e9, 1e9};
        double[] high = {-1e9, -1e9, -1e9};
        for (int i = 0; i < points.length; i++) {
            low[i % 3] = Math.min(low[i % 3], 100 * points[i]);
            high[i % 3] = Math.max(high[i % 3], 100 * points[i]);
        }
        return new Bounds(new Vector3(low[0], low[1], low[2]), new Vector3(high[0], high[1], high[2]));
    }
}
