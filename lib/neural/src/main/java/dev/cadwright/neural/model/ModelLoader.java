package dev.cadwright.neural.model;

import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Checkpoint;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.tensor.Operations;
import java.nio.file.Path;
import java.util.Set;

/** Builds models of Hugging Face folders. */
public final class ModelLoader {
    private ModelLoader() {}

    /** The values of {@code model_type} that can be read. */
    public static Set<String> families() {
        return Families.names();
    }

    /**
     * @param parent outlives the model
     * @throws NeuralException {@code unsupported_model}, {@code bad_config}, {@code missing_tensor}, or what
     *     {@link Checkpoint#open} says
     */
    public static Model load(NDManager parent, Path folder, LoadOptions options) {
        return load(parent, folder, Configuration.ofFolder(folder), options);
    }

    /** The same with another configuration than the folder's. */
    public static Model load(NDManager parent, Path folder, Configuration configuration, LoadOptions options) {
        Family family = Families.named(configuration.modelType());
        Checkpoint checkpoint = Checkpoint.open(folder);
        NDManager manager = parent.newSubManager();
        Operations ops = Operations.load(manager);
        KeyNames names = new KeyNames(checkpoint, family.renames());
        ModelParts parts =
                new ModelParts(manager, ops, checkpoint, configuration, options, new Modules(family.renames()), names);
        try {
            return family.build(parts, new Weights(parts, ""), configuration);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** A decoder, alone or with encoders of images or points. */
    public static CausalModel loadCausal(NDManager parent, Path folder, LoadOptions options) {
        Model model = load(parent, folder, options);
        if (model instanceof CausalModel causal) {
            return causal;
        }
        model.close();
        throw new NeuralException("unsupported_model", folder + " holds no model that writes tokens one by one");
    }
}
