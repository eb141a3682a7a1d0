package dev.cadwright.cli.local.bench.neural;

import java.io.IOException;
import java.util.Map;

/** Resident memory while one process writes text after text. */
public final class Growth {
    /** What is held after all of it, through what was held before. */
    static final double LIMIT = 1.05;

    /** Until then the Java machine compiles and takes its heap, once and for all. */
    private static final int WARM = 2000;

    private final NeuralBench bench;

    public Growth(NeuralBench bench) {
        this.bench = bench;
    }

    public boolean holdsMemory(int generations) throws IOException {
        try (MeasuringProcess ours = bench.ours()) {
            ours.ask(Map.of("task", "load", "folder", bench.small().toString(), "type", "f32", "quantize", ""));
            double early = after(ours, WARM);
            double late = after(ours, generations);
            bench.figures().take("generate.memory.growth", late / early, "times");
            return late <= LIMIT * early;
        }
    }

    private static double after(MeasuringProcess ours, int generations) {
        ours.ask(Map.of("task", "generations", "count", generations));
        return ours.ask(Map.of("task", "memory")).path("value").asDouble();
    }
}
