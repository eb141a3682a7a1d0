package dev.cadwright.cli.local.bench.neural;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.neural.safetensors.ElementType;
import dev.cadwright.neural.safetensors.SafetensorsWriter;
import dev.cadwright.neural.speed.ModelShape;
import dev.cadwright.neural.train.TrainingEvent;
import dev.cadwright.neural.train.TrainingOutcome;
import dev.cadwright.neural.train.TrainingProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Training as {@code train} does it, in tokens a second: all weights of the small model, LoRA on the large one. */
public final class TrainBenchmark {
    private static final int TIME = 512;
    private static final int BATCHES = 4;
    /** The first steps reserve memory and are slower. */
    private static final int WARM = 3;

    private final NeuralBench bench;

    public TrainBenchmark(NeuralBench bench) {
        this.bench = bench;
    }

    public void run() throws IOException, InterruptedException {
        measure("train.small", bench.small(), ModelShape.SMALL, 8, 12, false);
        measure("train.half_billion.lora", bench.half(), ModelShape.HALF_BILLION, 1, 6, true);
    }

    private void measure(String name, Path model, ModelShape shape, int rows, int steps, boolean lora)
            throws IOException, InterruptedException {
        Path data = data(shape, rows);
        for (String precision : List.of("fp32", "bf16")) {
            List<TrainingEvent.Step> taken = train(model, data, precision, rows, steps + WARM, lora);
            List<Double> speeds = taken.stream()
                    .skip(WARM)
                    .map(TrainingEvent.Step::tokens_per_second)
                    .toList();
            bench.figures()
                    .take(name + "." + precision, speeds.getLast(), "tokens/s", peer(model, precision, rows, lora));
        }
    }

    /** The better one of PyTorch's ways to run. */
    private Double peer(Path model, String precision, int rows, boolean lora) throws IOException {
        Optional<MeasuringProcess> process = bench.theirs();
        if (process.isEmpty()) {
            return null;
        }
        try (MeasuringProcess peer = process.get()) {
            double best = 0;
            for (String mode : List.of("eager", "compiled")) {
                Map<String, ?> task = Map.of(
                        "task",
                        "train",
                        "folder",
                        model.toString(),
                        "rows",
                        rows,
                        "time",
                        TIME,
                        "steps",
                        3,
                        "mode",
                        mode,
                        "precision",
                        precision,
                        "lora",
                        lora);
                best = Math.max(
                        best, rows * TIME / peer.ask(task).path("seconds").asDouble());
            }
            return best;
        }
    }

    /** Resident memory over many steps; it may grow by a twentieth after the first tenth. */
    public boolean holdsMemory(int steps) throws IOException, InterruptedException {
        ModelShape shape = ModelShape.SMALL;
        List<TrainingEvent.Step> taken = train(bench.small(), data(shape, 1), "fp32", 1, steps, false);
        double early = taken.get(taken.size() / 10).resident_bytes();
        double late = taken.getLast().resident_bytes();
        bench.figures().take("train.memory.growth", late / early, "times");
        return late <= Growth.LIMIT * early;
    }

    private List<TrainingEvent.Step> train(Path model, Path data, String precision, int rows, int steps, boolean lora)
            throws IOException, InterruptedException {
        Path run = Files.createTempDirectory(bench.folder(), "run");
        Path settings = run.resolve("train.yaml");
        Files.writeString(settings, settings(model, data, precision, rows, steps, lora));
        List<TrainingEvent.Step> taken = new ArrayList<>();
        try (TrainingProcess process = TrainingProcess.start(bench.options(), settings, run.resolve("out"))) {
            TrainingOutcome outcome = process.follow(event -> {
                if (event instanceof TrainingEvent.Step step) {
                    taken.add(step);
                }
            });
            if (!(outcome instanceof TrainingOutcome.Finished)) {
                throw CommandFailure.unavailable("the training ended early: " + outcome);
            }
        }
        return taken;
    }

    private String settings(Path model, Path data, String precision, int rows, int steps, boolean lora) {
        String adapter = lora ? "lora: {r: 8, alpha: 16, target_modules: all-linear}" : "";
        return String.format(Locale.ROOT, """
                base_model_name: %s
                train_data: %s
                precision: %s
                threads: %d
                training:
                  max_steps: %d
                  per_device_batch_size: %d
                  learning_rate: 1.0e-4
                  logging_steps: 1
                  save_steps: 100000
                  eval_steps: 100000
                %s
                """, model, data, precision, bench.threads(), steps, rows, adapter);
    }

    private Path data(ModelShape shape, int rows) throws IOException {
        Path file = bench.folder().resolve("data-" + shape.vocabulary() + "-" + rows + ".safetensors");
        long[] size = {BATCHES, rows, TIME};
        long[] ids = new SplittableRandom(5)
                .longs((long) BATCHES * rows * TIME, 0, shape.vocabulary())
                .toArray();
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OutputStream out = Files.newOutputStream(file)) {
            new SafetensorsWriter()
                    .integers("input_ids", ElementType.I64, size, ids)
                    .integers("attention_mask", ElementType.I64, size, ones)
                    .integers("labels", ElementType.I64, size, ids)
                    .write(out);
        }
        return file;
    }
}
