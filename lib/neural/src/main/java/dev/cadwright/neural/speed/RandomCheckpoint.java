package dev.cadwright.neural.speed;

import dev.cadwright.neural.checkpoint.Checkpoint;
import dev.cadwright.neural.safetensors.ElementType;
import dev.cadwright.neural.safetensors.PlannedTensor;
import dev.cadwright.neural.safetensors.SafetensorsStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Writes a Hugging Face folder of a shape with seeded random weights. */
public final class RandomCheckpoint {
    /** Random numbers are drawn once and repeated; speed does not depend on them. */
    private static final int DRAWN = (1 << 20) + 7;

    private static final float SPREAD = 0.04f;

    private RandomCheckpoint() {}

    public static void write(ModelShape shape, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.json"), configuration(shape));
        ElementType type = shape.type().equals("bfloat16") ? ElementType.BF16 : ElementType.F32;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment drawn = numbers(type, arena, false);
            MemorySegment ones = numbers(type, arena, true);
            SafetensorsStream.write(
                    folder.resolve(Checkpoint.SINGLE),
                    Map.of("format", "pt"),
                    tensors(shape, type),
                    (tensor, sink) -> give(tensor.name().contains("norm") ? ones : drawn, tensor.bytes(), sink));
        }
    }

    private static MemorySegment numbers(ElementType type, Arena arena, boolean ones) {
        SplittableRandom random = new SplittableRandom(7);
        MemorySegment numbers = arena.allocate((long) DRAWN * type.bytes(), Long.BYTES);
        for (int i = 0; i < DRAWN; i++) {
            float value = ones ? 1 : (float) (random.nextDouble() + random.nextDouble() - 1) * SPREAD;
            if (type == ElementType.F32) {
                numbers.setAtIndex(ValueLayout.JAVA_FLOAT, i, value);
            } else {
                numbers.setAtIndex(ValueLayout.JAVA_SHORT, i, (short) (Float.floatToRawIntBits(value) >>> Short.SIZE));
            }
        }
        return numbers;
    }

    private static void give(MemorySegment numbers, long bytes, Consumer<MemorySegment> sink) {
        for (long at = 0; at < bytes; at += numbers.byteSize()) {
            sink.accept(numbers.asSlice(0, Math.min(numbers.byteSize(), bytes - at)));
        }
    }

    private static List<PlannedTensor> tensors(ModelShape shape, ElementType type) {
        List<PlannedTensor> tensors = new ArrayList<>();
        long width = shape.width();
        long keys = (long) shape.keyHeads() * shape.headSize();
        tensors.add(new PlannedTensor("model.embed_tokens.weight", type, new long[] {shape.vocabulary(), width}));
        tensors.add(new PlannedTensor("model.norm.weight", type, new long[] {width}));
        for (int i = 0; i < shape.layers(); i++) {
            String layer = "model.layers." + i + ".";
            for (String norm : List.of("input_layernorm", "post_attention_layernorm")) {
                tensors.add(new PlannedTensor(layer + norm + ".weight", type, new long[] {width}));
            }
            linear(tensors, layer + "self_attn.q_proj", type, width, width, true);
            linear(tensors, layer + "self_attn.k_proj", type, keys, width, true);
            linear(tensors, layer + "self_attn.v_proj", type, keys, width, true);
            linear(tensors, layer + "self_attn.o_proj", type, width, width, false);
            linear(tensors, layer + "mlp.gate_proj", type, shape.inner(), width, false);
            linear(tensors, layer + "mlp.up_proj", type, shape.inner(), width, false);
            linear(tensors, layer + "mlp.down_proj", type, width, shape.inner(), false);
        }
        return tensors;
    }

    private static void linear(
            List<PlannedTensor> tensors, String name, ElementType type, long outputs, long inputs, boolean bias) {
        tensors.add(new PlannedTensor(name + ".weight", type, new long[] {outputs, inputs}));
        if (bias) {
            tensors.add(new PlannedTensor(name + ".bias", type, new long[] {outputs}));
        }
    }

    private static String configuration(ModelShape shape) {
        return String.format(
                Locale.ROOT,
                """
                {"architectures": ["Qwen2ForCausalLM"], "model_type": "qwen2", "hidden_act": "silu",
                 "hidden_size": %d, "num_hidden_layers": %d, "num_attention_heads": %d, "num_key_value_heads": %d,
                 "intermediate_size": %d, "vocab_size": %d, "max_position_embeddings": %d, "rms_norm_eps": 1e-06,
                 "rope_theta": 1000000.0, "tie_word_embeddings": true, "use_sliding_window": false,
                 "torch_dtype": "%s"}
                """,
                shape.width(),
                shape.layers(),
                shape.heads(),
                shape.keyHeads(),
                shape.inner(),
                shape.vocabulary(),
                shape.context(),
                shape.type());
    }
}
