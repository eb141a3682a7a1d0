package dev.cadwright.neural.quantize;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.model.LinearFactory;
import dev.cadwright.neural.model.LoadOptions;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.model.ModelLoader;
import dev.cadwright.neural.model.ModelWriter;
import dev.cadwright.neural.model.SaveOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Models whose linear layers are, or become, quantised; read this way, models without any are what they always are. */
public final class QuantizedModels {
    private static final String KEY = "quantization_config";

    private QuantizedModels() {}

    /**
     * Reads a folder, whether its weights are quantised or not.
     *
     * @throws NeuralException {@code unsupported_quantization} for other methods than that of bitsandbytes, and what
     *     {@link ModelLoader#load} says
     */
    public static Model load(NDManager parent, Path folder, LoadOptions options) {
        Configuration configuration = Configuration.ofFolder(folder);
        return ModelLoader.load(parent, folder, configuration, reading(configuration, options));
    }

    /**
     * Reads a folder and quantises its linear layers, but for the head, one by one.
     *
     * @param done called with the name of each layer that has been quantised
     */
    public static Model load(
            NDManager parent, Path folder, LoadOptions options, Quantization quantization, Consumer<String> done) {
        Configuration configuration = Configuration.ofFolder(folder);
        if (configuration.has(KEY)) {
            throw Quantization.unsupported(folder + " is quantised already");
        }
        return ModelLoader.load(
                parent, folder, configuration, options.with(new QuantizingFactory(Optional.of(quantization), done)));
    }

    /** Options that read what this configuration says is quantised. */
    public static LoadOptions reading(Configuration configuration, LoadOptions options) {
        if (!configuration.has(KEY)) {
            return options;
        }
        String method = configuration.section(KEY).string("quant_method", "bitsandbytes");
        if (!method.equals("bitsandbytes")) {
            throw Quantization.unsupported("weights quantised by " + method
                    + " are not supported, only those by bitsandbytes; take the model's full checkpoint");
        }
        LinearFactory own = new QuantizingFactory(Optional.empty(), _ -> {});
        return options.with(
                (name, weights) -> options.linears().create(name, weights).or(() -> own.create(name, weights)));
    }

    /**
     * Writes a model that {@link #load} quantised, so that transformers reads it with bitsandbytes. The folder appears
     * whole or not at all.
     *
     * @throws NeuralException {@code folder_exists} if there is something already
     */
    public static void save(Model model, Path folder, Quantization quantization, SaveOptions options) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        changes.set(KEY, configuration(model, quantization));
        ModelWriter.save(model, folder, options, changes);
    }

    private static ObjectNode configuration(Model model, Quantization quantization) {
        boolean eight = quantization == Quantization.INT8;
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("quant_method", "bitsandbytes")
                .put("_load_in_4bit", !eight)
                .put("_load_in_8bit", eight)
                .put("load_in_4bit", !eight)
                .put("load_in_8bit", eight)
                .put("llm_int8_threshold", 6.0)
                .put("llm_int8_has_fp16_weight", false)
                .put("llm_int8_enable_fp32_cpu_offload", false)
                .put("bnb_4bit_quant_type", eight ? "fp4" : "nf4")
                .put("bnb_4bit_use_double_quant", quantization == Quantization.NF4_DOUBLE)
                .put(
                        "bnb_4bit_compute_dtype",
                        model.configuration().storedType().orElse("float32"))
                .put("bnb_4bit_quant_storage", "uint8");
        ArrayNode skipped = json.putArray("llm_int8_skip_modules");
        Set<Class<?>> quantised = Set.of(FourBitLinear.class, Int8Linear.class);
        model.modules().linears().forEach((name, linear) -> {
            if (!quantised.contains(linear.linear().getClass())) {
                skipped.add(name);
            }
        });
        return json;
    }
}
