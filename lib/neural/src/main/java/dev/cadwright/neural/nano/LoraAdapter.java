package dev.cadwright.neural.nano;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.safetensors.ElementType;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import dev.cadwright.neural.safetensors.SafetensorsWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Low-rank adaptation (Hu and others, 2021) of a nano model's matrices, kept in the folder layout of PEFT:
 * {@code adapter_config.json} and {@code adapter_model.safetensors}.
 */
public final class LoraAdapter {
    public static final String CONFIGURATION = "adapter_config.json";
    public static final String WEIGHTS = "adapter_model.safetensors";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String PREFIX = "base_model.model.";

    private final NanoModel model;
    private final int rank;
    private final double alpha;
    private final List<String> targets;
    private final List<NDArray> down;
    private final List<NDArray> up;

    private LoraAdapter(
            NanoModel model, int rank, double alpha, List<String> targets, List<NDArray> down, List<NDArray> up) {
        this.model = model;
        this.rank = rank;
        this.alpha = alpha;
        this.targets = List.copyOf(targets);
        this.down = down;
        this.up = up;
    }

    /**
     * A fresh adapter that changes nothing yet: A is random, B is zero.
     *
     * @param targets last names of the modules to adapt, such as {@code query} or {@code mlp.up}
     */
    public static LoraAdapter create(
            NDManager manager, NanoModel model, int rank, double alpha, List<String> targets, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return build(manager, model, rank, alpha, targets, (parameter, isDown) -> {
            long[] shape = isDown
                    ? new long[] {rank, parameter.shape()[1]}
                    : new long[] {parameter.shape()[0], rank};
            float[] values = new float[Math.toIntExact(shape[0] * shape[1])];
            double bound = 1 / Math.sqrt(parameter.shape()[1]);
            for (int i = 0; isDown && i < values.length; i++) {
                values[i] = (float) random.nextDouble(-bound, bound);
            }
            return values;
        });
    }

    /** @throws NeuralException {@code bad_adapter} if the folder holds no adapter of this model */
    public static LoraAdapter load(NDManager manager, NanoModel model, Path folder) {
        try (SafetensorsFile file = SafetensorsFile.open(folder.resolve(WEIGHTS))) {
            JsonNode json = MAPPER.readTree(folder.resolve(CONFIGURATION).toFile());
            List<String> targets = new ArrayList<>();
            json.path("target_modules").forEach(target -> targets.add(target.asText()));
            int rank = json.path("r").asInt();
            if (rank < 1 || targets.isEmpty()) {
                throw new NeuralException("bad_adapter", "the adapter has no rank or no target modules");
            }
            return build(
                    manager,
                    model,
                    rank,
                    json.path("lora_alpha").asDouble(),
                    targets,
                    (parameter, isDown) -> file.floats(name(parameter, isDown)));
        } catch (IOException | IllegalArgumentException e) {
            throw new NeuralException("bad_adapter", "no readable adapter in " + folder, e);
        }
    }

    private interface Values {
        float[] of(NanoParameter parameter, boolean isDown);
    }

    private static LoraAdapter build(
            NDManager manager, NanoModel model, int rank, double alpha, List<String> targets, Values values) {
        List<NDArray> down = new ArrayList<>();
        List<NDArray> up = new ArrayList<>();
        boolean any = false;
        for (NanoParameter parameter : model.parameters()) {
            boolean adapted = adapts(targets, parameter);
            any |= adapted;
            down.add(
                    adapted
                            ? manager.create(
                                    values.of(parameter, true),
                                    new Shape(rank, parameter.shape()[1]))
                            : manager.create(new Shape(0)));
            up.add(
                    adapted
                            ? manager.create(
                                    values.of(parameter, false),
                                    new Shape(parameter.shape()[0], rank))
                            : manager.create(new Shape(0)));
        }
        if (!any) {
            throw new NeuralException("bad_configuration", "lora.target_modules " + targets + " names no module");
        }
        return new LoraAdapter(model, rank, alpha, targets, down, up);
    }

    /** Embeddings and the point projection are no linear modules of the stack and stay as they are. */
    private static boolean adapts(List<String> targets, NanoParameter parameter) {
        if (!parameter.matrix() || !parameter.name().contains("layers.")) {
            return parameter.name().contains(".memory.") && targets.stream().anyMatch(t -> matches(parameter, t));
        }
        return targets.stream().anyMatch(target -> matches(parameter, target));
    }

    private static boolean matches(NanoParameter parameter, String target) {
        return parameter.name().endsWith("." + target + ".weight");
    }

    public double scale() {
        return alpha / rank;
    }

    public NanoAdapter active(double dropout) {
        return new NanoAdapter(down, up, scale(), dropout);
    }

    /** The trainable tensors, in a fixed order. */
    public List<NDArray> trainable() {
        List<NDArray> all = new ArrayList<>();
        for (int i = 0; i < down.size(); i++) {
            if (down.get(i).size() > 0) {
                all.add(down.get(i));
                all.add(up.get(i));
            }
        }
        return all;
    }

    /** Names of {@link #trainable}, as PEFT writes them. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < down.size(); i++) {
            if (down.get(i).size() > 0) {
                names.add(name(model.parameters().get(i), true));
                names.add(name(model.parameters().get(i), false));
            }
        }
        return names;
    }

    /** The model's weights with the adapter added, as new arrays of {@code owner}. */
    public List<NDArray> merged(NDManager owner) {
        List<NDArray> merged = new ArrayList<>();
        for (int i = 0; i < down.size(); i++) {
            NDArray weight = model.weights().get(i).duplicate();
            weight.attach(owner);
            if (down.get(i).size() > 0) {
                try (NDManager scope = owner.newSubManager()) {
                    NDArray product = up.get(i).duplicate();
                    product.attach(scope);
                    weight.addi(product.matMul(down.get(i)).mul(scale()));
                }
            }
            merged.add(weight);
        }
        return merged;
    }

    /** The model with the adapter added, as a model of its own. */
    public NanoModel mergedModel(NDManager parent) {
        try (NDManager scope = parent.newSubManager()) {
            List<float[]> values =
                    merged(scope).stream().map(NDArray::toFloatArray).toList();
            return NanoModel.of(parent, model.configuration(), values);
        }
    }

    public Map<String, byte[]> files(String baseModel) {
        SafetensorsWriter writer = new SafetensorsWriter().metadata("format", "pt");
        List<String> names = names();
        List<NDArray> arrays = trainable();
        for (int i = 0; i < names.size(); i++) {
            writer.floats(
                    names.get(i),
                    ElementType.F32,
                    arrays.get(i).getShape().getShape(),
                    arrays.get(i).toFloatArray());
        }
        ByteArrayOutputStream tensors = new ByteArrayOutputStream();
        writer.write(tensors);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(WEIGHTS, tensors.toByteArray());
        files.put(CONFIGURATION, configuration(baseModel));
        return files;
    }

    private byte[] configuration(String baseModel) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("peft_type", "LORA")
                .put("base_model_name_or_path", baseModel)
                .put("r", rank)
                .put("lora_alpha", alpha)
                .put("lora_dropout", 0.0)
                .put("bias", "none")
                .put("inference_mode", true);
        targets.forEach(json.putArray("target_modules")::add);
        try {
            return (MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(NanoParameter parameter, boolean isDown) {
        String module = parameter.name().substring(0, parameter.name().length() - ".weight".length());
        return PREFIX + module + (isDown ? ".lora_A.weight" : ".lora_B.weight");
    }
}
