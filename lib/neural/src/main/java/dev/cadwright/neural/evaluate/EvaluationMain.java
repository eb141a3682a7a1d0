package dev.cadwright.neural.evaluate;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.cad.block.BlockExecution;
import dev.cadwright.cad.block.BlockSolid;
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
import java.util.Arrays;
import java.util.List;

/**
 * A quick look at a model: {@code EvaluationMain MODEL_FOLDER COUNT SEED}. Prints one JSON object: validity and mean
 * overlap on fresh procedural shapes, greedily, as the best of eight by the input, with refinement, and for the
 * bounding box of the input. Failures count as 0.
 */
public final class EvaluationMain {
    private static final int TRIES = 8;

    private EvaluationMain() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        if (arguments.length != 3) {
            System.err.println("usage: EvaluationMain MODEL_FOLDER COUNT SEED");
            System.exit(2);
        }
        NDManager manager = TorchRuntime.start(1);
        NanoModel model = NanoFolder.load(manager, Path.of(arguments[0]));
        int count = Integer.parseInt(arguments[1]);
        SampleSource source = new ProceduralSource(
                Long.parseLong(arguments[2]), count, model.configuration().points());
        List<TrainingSample> truths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            truths.add(source.sample(i, 0));
        }
        List<float[]> clouds = truths.stream().map(TrainingSample::points).toList();
        ObjectNode report = new JsonMapper().createObjectNode();
        report.put("shapes", count);
        box(report.putObject("bounding_box"), truths);
        Generator generator = new Generator(manager, model);
        measure(report.putObject("greedy"), truths, generator.generate(GenerationRequest.greedy(clouds)));
        List<ShapeGeneration> tries =
                generator.generate(GenerationRequest.bestOf(clouds, TRIES, 1).withRefinement());
        List<ShapeGeneration> unrefined = tries.stream()
                .map(s -> new ShapeGeneration(
                        s.index(), s.candidates(), s.chosen(), java.util.Optional.empty(), s.seconds()))
                .toList();
        measure(report.putObject("best_of_" + TRIES), truths, unrefined);
        measure(report.putObject("best_of_" + TRIES + "_refined"), truths, tries);
        measure(
                report.putObject("greedy_refined"),
                truths,
                generator.generate(GenerationRequest.greedy(clouds).withRefinement()));
        out.println(report);
        System.exit(0);
    }

    private static void measure(ObjectNode node, List<TrainingSample> truths, List<ShapeGeneration> shapes) {
        double[] overlaps = new double[truths.size()];
        int valid = 0;
        double seconds = 0;
        for (int i = 0; i < overlaps.length; i++) {
            Candidate answer = shapes.get(i).answer();
            seconds += shapes.get(i).seconds();
            if (answer.usable()) {
                valid++;
                overlaps[i] = VolumeOverlap.of(
                        solid(truths.get(i)),
                        ((BlockExecution.Built) BlockSolid.of(answer.program().orElseThrow())).solid());
            }
        }
        node.put("valid", valid / (double) overlaps.length);
        summary(node, overlaps);
        node.put("seconds_per_shape", seconds / overlaps.length);
    }

    private static void box(ObjectNode node, List<TrainingSample> truths) {
        double[] overlaps = new double[truths.size()];
        for (int i = 0; i < overlaps.length; i++) {
            overlaps[i] =
                    VolumeOverlap.of(solid(truths.get(i)), bounds(truths.get(i).points()));
        }
        summary(node, overlaps);
    }

    private static void summary(ObjectNode node, double[] overlaps) {
        double[] sorted = overlaps.clone();
        Arrays.sort(sorted);
        node.put("mean_iou", Arrays.stream(sorted).average().orElse(0));
        node.put("median_iou", sorted[sorted.length / 2]);
        node.put("above_0.95", Arrays.stream(sorted).filter(v -> v > 0.95).count() / (double) sorted.length);
    }

    private static BlockSolid solid(TrainingSample truth) {
        return ((BlockExecution.Built) BlockSolid.of(truth.program())).solid();
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
