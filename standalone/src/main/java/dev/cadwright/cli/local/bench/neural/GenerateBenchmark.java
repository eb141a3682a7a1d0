package dev.cadwright.cli.local.bench.neural;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.neural.speed.ModelShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writing text: tokens a second of decoding and of reading a prompt, the time to load, what memory holds. */
public final class GenerateBenchmark {
    private static final int ROUNDS = 3;
    private static final int PROMPT = 512;
    private static final double MEBI = 1 << 20;

    private final NeuralBench bench;

    public GenerateBenchmark(NeuralBench bench) {
        this.bench = bench;
    }

    public void run() throws IOException {
        small();
        half("bf16", "bf16", "", 2.0, 2.0);
        half("int8", "bf16", "int8", 1, 1);
        half("int4", "bf16", "nf4", 0.5 + 4.0 / 64, 1);
    }

    private void small() throws IOException {
        try (MeasuringProcess ours = bench.ours();
                Peer peer = new Peer(bench.theirs())) {
            ours.ask(load(bench.small(), "f32", ""));
            peer.ask(load(bench.small(), "f32", ""));
            for (int rows : new int[] {1, 16}) {
                int tokens = 300;
                compare("generate.small.batch" + rows, rows * tokens, ours, peer, decode(rows, tokens, true));
            }
        }
    }

    /**
     * @param layerBytes of a weight of the layers
     * @param headBytes of a weight of the head, as decoding reads it
     */
    private void half(String name, String type, String quantize, double layerBytes, double headBytes)
            throws IOException {
        String prefix = "generate.half_billion." + name;
        try (MeasuringProcess ours = bench.ours();
                Peer peer = new Peer(quantize.isEmpty() ? bench.theirs() : Optional.empty())) {
            JsonNode loaded = ours.ask(load(bench.half(), type, quantize));
            Double their = peer.ask(load(bench.half(), type, quantize))
                    .map(answer -> answer.path("seconds").asDouble())
                    .orElse(null);
            bench.figures().take(prefix + ".load", loaded.path("seconds").asDouble(), "s", their);
            compare(prefix + ".prefill" + PROMPT, PROMPT, ours, peer, Map.of("task", "prefill", "tokens", PROMPT));
            double one = compare(prefix + ".batch1", 32, ours, peer, decode(1, 32, false));
            double many = compare(prefix + ".batch16", 16 * 16, ours, peer, decode(16, 16, false));
            bench.figures().take(prefix + ".batch16_through_batch1", many / one, "times");
            double bytes = bytes(layerBytes, headBytes);
            double bandwidth =
                    ours.ask(Map.of("task", "bandwidth")).path("value").asDouble();
            bench.figures().take(prefix + ".bandwidth", bandwidth / 1e9, "GB/s");
            if (bandwidth > 0) {
                bench.figures().take(prefix + ".of_bandwidth", one * bytes / bandwidth, "part");
            }
            memory(prefix, ours, loaded);
        }
    }

    /** Weights that a token reads. */
    private static double bytes(double layerBytes, double headBytes) {
        ModelShape shape = ModelShape.HALF_BILLION;
        double head = (double) shape.vocabulary() * shape.width();
        return (shape.parameters() - head) * layerBytes + head * headBytes;
    }

    private void memory(String prefix, MeasuringProcess ours, JsonNode loaded) {
        double before = loaded.path("before").asDouble();
        double resident = ours.ask(Map.of("task", "memory")).path("value").asDouble();
        bench.figures().take(prefix + ".process", before / MEBI, "MiB");
        bench.figures().take(prefix + ".resident", (resident - before) / MEBI, "MiB");
    }

    /** Tokens a second: the median of rounds in turn with the peer. */
    private double compare(String name, int tokens, MeasuringProcess ours, Peer peer, Map<String, ?> task) {
        List<Double> own = new ArrayList<>();
        List<Double> their = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            own.add(tokens / ours.ask(task).path("seconds").asDouble());
            peer.ask(task)
                    .ifPresent(
                            answer -> their.add(tokens / answer.path("seconds").asDouble()));
        }
        double median = median(own);
        bench.figures().take(name, median, "tokens/s", their.isEmpty() ? null : median(their));
        return median;
    }

    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static Map<String, ?> load(Path folder, String type, String quantize) {
        return Map.of("task", "load", "folder", folder.toString(), "type", type, "quantize", quantize);
    }

    private static Map<String, ?> decode(int rows, int tokens, boolean compiled) {
        Map<String, Object> task = new HashMap<>(Map.of("task", "decode", "rows", rows, "tokens", tokens));
        task.put("compiled", compiled);
        return task;
    }

    /** The other process, if there is one. */
    private record Peer(Optional<MeasuringProcess> process) implements AutoCloseable {
        Optional<JsonNode> ask(Map<String, ?> task) {
            return process.map(p -> p.ask(task));
        }

        @Override
        public void close() {
            process.ifPresent(MeasuringProcess::close);
        }
    }
}
