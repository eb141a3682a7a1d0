package dev.cadwright.neural.decoding;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.Tiny;
import dev.cadwright.neural.model.CausalInput;
import dev.cadwright.neural.model.LoadOptions;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.model.ModelLoader;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The small models of the reference figures, and prompts for them. */
final class Golden {
    private Golden() {}

    static Path folder(String model) {
        String shared = System.getenv("CADWRIGHT_SHARED");
        Path root = Path.of(System.getProperty("cadwright.root", "."));
        Path data = shared == null ? root.resolve("../shared") : Path.of(shared);
        Path folder = data.resolve("data/golden/models").resolve(model);
        assumeTrue(Files.isDirectory(folder), "the reference figures are not here: " + folder.normalize());
        return folder;
    }

    /** A model to write with: gradients are off from here on. */
    static Model load(String model) {
        Model loaded = ModelLoader.load(Tiny.MANAGER, folder(model), LoadOptions.SINGLE_PRECISION);
        TorchRuntime.recordGradients(false);
        return loaded;
    }

    static SafetensorsFile expected(String model) {
        return SafetensorsFile.open(folder(model).resolve("expected.safetensors"));
    }

    /** Prompts of a model as they were given to the reference: text alone, the first row. */
    static CausalInput prompt(String model, NDManager scope) {
        try (SafetensorsFile file = expected(model)) {
            String name = file.names().contains("prompt_ids") ? "prompt_ids" : "input_ids";
            int time = (int) file.entry(name).shape()[1];
            long[] ids = Arrays.copyOf(file.integers(name), time);
            CausalInput input = CausalInput.of(scope.create(ids, new Shape(1, time)));
            if (name.equals("input_ids")) {
                long[] mask = Arrays.copyOf(file.integers("attention_mask"), time);
                input = input.withMask(scope.create(mask, new Shape(1, time)));
            }
            return input;
        }
    }

    /** Rows of tokens, the shorter ones padded on the left. */
    static CausalInput rows(NDManager scope, List<long[]> prompts) {
        int time = prompts.stream().mapToInt(row -> row.length).max().orElseThrow();
        long[] ids = new long[prompts.size() * time];
        long[] mask = new long[ids.length];
        for (int row = 0; row < prompts.size(); row++) {
            long[] prompt = prompts.get(row);
            int start = (row + 1) * time - prompt.length;
            System.arraycopy(prompt, 0, ids, start, prompt.length);
            Arrays.fill(mask, start, start + prompt.length, 1);
        }
        Shape shape = new Shape(prompts.size(), time);
        return CausalInput.of(scope.create(ids, shape)).withMask(scope.create(mask, shape));
    }
}
