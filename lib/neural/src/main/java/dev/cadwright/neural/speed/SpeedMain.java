package dev.cadwright.neural.speed;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.neural.decoding.BatchDecoder;
import dev.cadwright.neural.decoding.DecodedToken;
import dev.cadwright.neural.decoding.DecodingRequest;
import dev.cadwright.neural.kernels.KernelEngine;
import dev.cadwright.neural.model.CausalInput;
import dev.cadwright.neural.model.CausalModel;
import dev.cadwright.neural.model.LoadOptions;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.quantize.Quantization;
import dev.cadwright.neural.quantize.QuantizedModels;
import dev.cadwright.neural.tensor.ScalarType;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The measuring process: reads one task a line, {@code {"task": "load|prefill|decode|generations|bandwidth|memory",
 * ...}}, and answers each with a line of figures. Times are in seconds, memory in bytes.
 */
public final class SpeedMain {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final long BANDWIDTH_BYTES = 512L << 20;
    private static final int ROUNDS = 5;

    private final NDManager manager;
    private CausalModel model;

    private SpeedMain(NDManager manager) {
        this.manager = manager;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        SpeedMain main = new SpeedMain(TorchRuntime.start(Integer.parseInt(arguments[0])));
        TorchRuntime.recordGradients(false);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(MAPPER.writeValueAsString(main.answer(MAPPER.readTree(line))));
        }
        System.exit(0);
    }

    private ObjectNode answer(JsonNode task) throws IOException {
        ObjectNode answer = MAPPER.createObjectNode();
        switch (task.path("task").asText()) {
            case "load" -> load(task, answer);
            case "prefill" -> answer.put("seconds", prefill(task.path("tokens").asInt()));
            case "decode" -> decode(task, answer);
            case "generations" -> generations(task.path("count").asInt());
            case "bandwidth" -> answer.put("value", bandwidth());
            case "memory" -> answer.put("value", residentBytes());
            default -> throw new IllegalArgumentException("no such task: " + task);
        }
        return answer;
    }

    /** Loads a model up to the first logits. */
    private void load(JsonNode task, ObjectNode answer) throws IOException {
        if (model != null) {
            model.close();
            model = null;
        }
        long before = residentBytes();
        long start = System.nanoTime();
        Path folder = Path.of(task.path("folder").asText());
        LoadOptions options = LoadOptions.SINGLE_PRECISION.in(
                task.path("type").asText().equals("bf16") ? ScalarType.BF16 : ScalarType.F32);
        String quantize = task.path("quantize").asText("");
        Model loaded = quantize.isEmpty()
                ? QuantizedModels.load(manager, folder, options)
                : QuantizedModels.load(manager, folder, options, Quantization.named(quantize, false), _ -> {});
        model = (CausalModel) loaded;
        prefill(2);
        answer.put("seconds", (System.nanoTime() - start) / 1e9);
        answer.put("before", before);
        answer.put("after", residentBytes());
        answer.put("cache", model.cacheBytes());
        answer.put(
                "instructions",
                KernelEngine.shared()
                        .map(engine -> engine.instructions().name())
                        .orElse("none"));
    }

    private NDArray prompt(NDManager scope, int rows, int tokens) {
        SplittableRandom random = new SplittableRandom(3);
        long vocabulary = model.vocabulary();
        long[] ids = random.longs((long) rows * tokens, 0, vocabulary).toArray();
        return scope.create(ids, new Shape(rows, tokens));
    }

    private double prefill(int tokens) {
        try (NDManager scope = model.manager().newSubManager()) {
            CausalInput input = CausalInput.of(prompt(scope, 1, tokens));
            long start = System.nanoTime();
            try (var cache = model.cache(scope, 1, tokens + 1);
                    NDArray logits = model.next(input.withCache(cache))) {
                logits.toByteBuffer();
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /** Time of the tokens behind the first, of which the prompt's reading is a part. */
    private void decode(JsonNode task, ObjectNode answer) {
        int rows = task.path("rows").asInt(1);
        int tokens = task.path("tokens").asInt();
        try (NDManager scope = model.manager().newSubManager()) {
            CausalInput prompts =
                    CausalInput.of(prompt(scope, rows, task.path("prompt").asInt(16)));
            List<DecodingRequest> requests = IntStream.range(0, rows)
                    .mapToObj(row -> DecodingRequest.greedy(row, tokens + 2, Set.of()))
                    .toList();
            try (BatchDecoder decoder = BatchDecoder.start(model, prompts, requests)) {
                decoder.step();
                decoder.step();
                long start = System.nanoTime();
                List<DecodedToken> last = List.of();
                for (int i = 0; i < tokens; i++) {
                    last = decoder.step();
                }
                answer.put("seconds", (System.nanoTime() - start) / 1e9);
                answer.put("last", last.getFirst().token());
            }
        }
    }

    /** Short texts of many lengths, one and three at a time. */
    private void generations(int count) {
        ObjectNode ignored = MAPPER.createObjectNode();
        for (int i = 0; i < count; i++) {
            ObjectNode task = MAPPER.createObjectNode();
            task.put("rows", i % 2 == 0 ? 1 : 3).put("tokens", 2 + i % 7).put("prompt", 4 + i % 13);
            decode(task, ignored);
        }
    }

    private static double bandwidth() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(BANDWIDTH_BYTES, 1 << 12).fill((byte) 1);
            return KernelEngine.shared()
                    .map(engine -> IntStream.range(0, ROUNDS)
                            .mapToDouble(_ -> engine.bandwidth(memory))
                            .max()
                            .orElseThrow())
                    .orElse(0.0);
        }
    }

    private static long residentBytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return 0;
    }
}
