package dev.cadwright.kernel.openscad;

import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.Workers;
import dev.cadwright.kernel.mesh.MeshWorker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Times OpenSCAD's examples in the pool, beside the same build driven once a process, whose start is not counted. Run
 * its {@code main} with the class path of the tests, {@code cadwright.root} and the sample data.
 */
final class ExampleSpeed {
    private static final int ROUNDS = 3;

    private ExampleSpeed() {}

    public static void main(String[] arguments) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        try (ScadPool pool = Scad.pool(1)) {
            List<Example> examples = Example.all(Workers.shared());
            for (Example example : examples) {
                execute(pool, example);
            }
            for (Example example : examples) {
                List<Double> pooled = new ArrayList<>();
                List<Double> once = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    pooled.add(execute(pool, example));
                    once.add(once(example));
                }
                System.out.printf(
                        Locale.ROOT, "%-26s %8.1f ms %8.1f ms%n", example.name(), median(pooled), median(once));
                if (median(once) > 0) {
                    ours.add(median(pooled));
                    theirs.add(median(once));
                    ratios.add(median(pooled) / median(once));
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "median of %d: pool %.1f ms, once a process %.1f ms, median ratio %.2f, largest %.2f%n",
                ours.size(),
                median(ours),
                median(theirs),
                median(ratios),
                Collections.max(ratios));
    }

    private static double execute(ScadPool pool, Example example) throws IOException {
        ScadSource source = example.source();
        long start = System.nanoTime();
        pool.execute(source, Budget.STANDARD.withTime(Duration.ofSeconds(60)));
        return (System.nanoTime() - start) / 1e6;
    }

    /** Negative where the build fails. */
    private static double once(Example example) throws IOException, InterruptedException {
        ScadSource source = example.source();
        Path folder = Files.createTempDirectory("cadwright-example");
        Files.writeString(folder.resolve(source.name()), source.text());
        for (var file : source.files().entrySet()) {
            Path place = folder.resolve(file.getKey());
            Files.createDirectories(place.getParent());
            Files.write(place, file.getValue());
        }
        Path script = MeshWorker.program().resolveSibling("tests").resolve("once.js");
        ProcessBuilder builder = new ProcessBuilder(
                "node",
                script.toString(),
                folder.toString(),
                MeshWorker.fonts().orElseThrow().toString(),
                source.name());
        builder.environment().put("KIND", example.wasm().path("dim").asInt() == 2 ? "svg" : "stl");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? Double.parseDouble(printed) : -1;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
