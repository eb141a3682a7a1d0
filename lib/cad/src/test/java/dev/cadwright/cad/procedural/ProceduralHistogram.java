package dev.cadwright.cad.procedural;

import dev.cadwright.cad.block.Block;
import dev.cadwright.cad.block.BlockLoop;
import dev.cadwright.cad.block.Blocks;
import dev.cadwright.geometry.FarthestPoint;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.Vector3;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Measures what {@code docs/procedural.md} states: {@code ProceduralHistogram [samples] [seed]}, as Markdown. */
public final class ProceduralHistogram {
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Set<GeometrySignature> signatures = new HashSet<>();

    public static void main(String[] arguments) {
        int samples = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        ProceduralHistogram histogram = new ProceduralHistogram();
        histogram.measure(samples, seed);
        histogram.measureDrafts(samples);
        timing(samples, seed);
    }

    private void measure(int samples, long seed) {
        ProceduralGenerator generator = new ProceduralGenerator(seed);
        int[] tokens = new int[samples];
        double[] filling = new double[samples];
        double[] flatness = new double[samples];
        int blocks = 0;
        int loops = 0;
        for (int i = 0; i < samples; i++) {
            ProceduralSample sample = generator.sample(i);
            tokens[i] = Blocks.tokenCount(sample.program());
            Vector3 size = sample.solid().bounds().size();
            filling[i] = 100 * sample.solid().volume() / (size.x() * size.y() * size.z());
            flatness[i] = Math.min(size.x(), Math.min(size.y(), size.z()));
            count("blocks " + sample.program().blocks().size());
            signatures.add(GeometrySignature.of(sample.solid()));
            for (Block block : sample.program().blocks()) {
                count("block " + (block.cut() ? "cut " : "union ") + block.plane());
                count("holes a block " + Math.min(4, block.loops().size() - 1));
                blocks++;
                for (int loop = 0; loop < block.loops().size(); loop++) {
                    count((loop == 0 ? "outer " : "hole ") + name(block.loops().get(loop)));
                    loops++;
                }
            }
        }
        System.out.printf(Locale.ROOT, "| | 5 %% | median | mean | 95 %% | most |%n|---|---|---|---|---|---|%n");
        row("tokens", Arrays.stream(tokens).asDoubleStream().toArray());
        row("% of the bounding box filled", filling);
        row("shortest side (of 200)", flatness);
        System.out.printf(
                "%n%d samples, %d blocks, %d loops, %d distinct signatures%n%n",
                samples, blocks, loops, signatures.size());
        counts.forEach((name, count) -> System.out.println("| " + name + " | " + count + " |"));
    }

    private static void row(String name, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.1f | %.0f | %.0f |%n",
                name,
                sorted[last * 5 / 100],
                sorted[last / 2],
                Arrays.stream(sorted).average().orElseThrow(),
                sorted[last * 95 / 100],
                sorted[last]);
    }

    private void measureDrafts(int drafts) {
        Draws draws = new Draws(1, -1);
        Map<String, Integer> verdicts = new TreeMap<>();
        for (int i = 0; i < drafts; i++) {
            String verdict =
                    switch (ProceduralGenerator.judge(BodyDraft.draw(draws))) {
                        case ProceduralGenerator.Verdict.Kept ignored -> "kept";
                        case ProceduralGenerator.Verdict.Rejected(var reason) -> reason.name();
                    };
            verdicts.merge(verdict, 1, Integer::sum);
        }
        System.out.println("\n" + drafts + " drafts: " + verdicts);
    }

    /** Processor time of one thread: a busy machine does not change it much. */
    private static void timing(int samples, long seed) {
        ProceduralGenerator generator = new ProceduralGenerator(seed + 1);
        double[] milliseconds = new double[3];
        for (int i = 0; i < samples; i++) {
            long start = now();
            ProceduralSample sample = generator.sample(i);
            long drawn = now();
            PointCloud cloud = sample.solid().sampleSurface(2048, new SplittableRandom(i));
            long sampled = now();
            FarthestPoint.select(cloud, 256, 0);
            milliseconds[0] += (drawn - start) / 1e6 / samples;
            milliseconds[1] += (sampled - drawn) / 1e6 / samples;
            milliseconds[2] += (now() - sampled) / 1e6 / samples;
        }
        System.out.printf(
                Locale.ROOT,
                "%nms of processor time a kept sample: program %.2f, 2048 surface points %.2f, 256 farthest %.2f%n",
                milliseconds[0],
                milliseconds[1],
                milliseconds[2]);
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void count(String name) {
        counts.merge(name, 1, Integer::sum);
    }

    private static String name(BlockLoop loop) {
        return switch (loop) {
            case BlockLoop.Rectangle ignored -> "rectangle";
            case BlockLoop.RoundedRectangle ignored -> "rounded rectangle";
            case BlockLoop.Circle ignored -> "circle";
            case BlockLoop.Polygon(var vertices) -> {
                boolean arcs =
                        vertices.stream().anyMatch(vertex -> vertex.arcToNext().isPresent());
                yield arcs ? "polygon with arcs" : "polygon";
            }
        };
    }
}
