package dev.cadwright.neural.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Checkpoint;
import dev.cadwright.neural.model.Linear;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.safetensors.ElementType;
import dev.cadwright.neural.safetensors.PlannedTensor;
import dev.cadwright.neural.safetensors.SafetensorsStream;
import dev.cadwright.neural.tensor.ForeignTensors;
import dev.cadwright.neural.tensor.ScalarType;
import dev.cadwright.neural.tensor.TorchModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/** The two files of an adapter. */
final class AdapterFolder {
    static final String WEIGHTS = "adapter_model.safetensors";
    private static final String PICKLED = "adapter_model.bin";

    private AdapterFolder() {}

    /** Tensors of one layer while a file is read. */
    private static final class Parts {
        private NDArray a;
        private NDArray b;
        private NDArray magnitude;
    }

    static Adapter read(
            Model model, NDManager manager, TorchModule ops, Path folder, UnaryOperator<AdapterConfiguration> changed) {
        AdapterConfiguration configuration = changed.apply(AdapterConfiguration.read(folder));
        requireWeights(folder);
        AdapterNames names = new AdapterNames(model.modules());
        Map<String, Parts> found = new LinkedHashMap<>();
        SequencedMap<String, NDArray> saved = new LinkedHashMap<>();
        try (Checkpoint file = Checkpoint.open(folder, WEIGHTS)) {
            for (String key : file.names()) {
                AdapterNames.Part part = names.part(key);
                NDArray array = single(model, manager, file, key);
                switch (part) {
                    case AdapterNames.Part.A(String layer) -> found.computeIfAbsent(layer, _ -> new Parts()).a = array;
                    case AdapterNames.Part.B(String layer) -> found.computeIfAbsent(layer, _ -> new Parts()).b = array;
                    case AdapterNames.Part.Magnitude(String layer) ->
                        found.computeIfAbsent(layer, _ -> new Parts()).magnitude = array;
                    case AdapterNames.Part.Whole(String parameter) -> {
                        requireShape(key, array, shape(model, parameter));
                        saved.put(parameter, array);
                    }
                }
            }
        }
        return new Adapter(configuration, manager, names, layers(model, ops, configuration, found), saved);
    }

    private static NDArray single(Model model, NDManager manager, Checkpoint file, String key) {
        try (NDArray mapped = file.map(manager, key)) {
            if (!ForeignTensors.type(mapped).floating()) {
                throw AdapterConfiguration.bad(key + " does not hold floating-point numbers");
            }
            return model.ops().copy(mapped, ScalarType.F32);
        }
    }

    private static SequencedMap<String, LowRank> layers(
            Model model, TorchModule ops, AdapterConfiguration configuration, Map<String, Parts> found) {
        SequencedMap<String, LowRank> layers = new LinkedHashMap<>();
        for (String name : model.modules().linears().sequencedKeySet()) {
            Parts parts = found.get(name);
            if (parts != null) {
                layers.put(name, layer(model, ops, configuration, name, parts));
            }
        }
        return layers;
    }

    private static LowRank layer(
            Model model, TorchModule ops, AdapterConfiguration configuration, String name, Parts parts) {
        Iterable<String> spellings = model.modules().spellings(name);
        Linear base = model.modules().linear(name);
        int rank = configuration.rank(spellings);
        if (parts.a == null || parts.b == null || (parts.magnitude == null) == configuration.decomposed()) {
            throw AdapterConfiguration.bad("the tensors of " + name + " are not complete: A, B"
                    + (configuration.decomposed() ? " and magnitudes are needed" : " and nothing else is needed"));
        }
        requireShape("A of " + name, parts.a, rank, base.inputs());
        requireShape("B of " + name, parts.b, base.outputs(), rank);
        Optional<NDArray> magnitude = Optional.ofNullable(parts.magnitude);
        magnitude.ifPresent(m -> requireShape("the magnitudes of " + name, m, base.outputs()));
        return new LowRank(ops, parts.a, parts.b, magnitude, configuration.scale(spellings), configuration.dropout());
    }

    private static long[] shape(Model model, String parameter) {
        NDArray own = model.modules().parameters().get(parameter);
        if (own == null) {
            int dot = parameter.lastIndexOf('.');
            own = model.modules().linear(parameter.substring(0, dot)).tensors().get(parameter.substring(dot + 1));
        }
        return own.getShape().getShape();
    }

    private static void requireShape(String what, NDArray array, long... wanted) {
        long[] shape = array.getShape().getShape();
        if (!Arrays.equals(shape, wanted)) {
            throw AdapterConfiguration.bad(what + " has the shape " + Arrays.toString(shape) + " where the model and "
                    + AdapterJson.NAME + " need " + Arrays.toString(wanted));
        }
    }

    private static void requireWeights(Path folder) {
        if (Files.exists(folder.resolve(WEIGHTS))) {
            return;
        }
        if (Files.exists(folder.resolve(PICKLED))) {
            throw new NeuralException(
                    "pickled_checkpoint",
                    folder.resolve(PICKLED) + " is a Python pickle, which can run anything when read. Convert it once,"
                            + " where you trust it: python -c \"import torch, safetensors.torch as s;"
                            + " s.save_file({k: v.contiguous() for k, v in torch.load('" + folder.resolve(PICKLED)
                            + "', weights_only=True).items()}, '" + folder.resolve(WEIGHTS) + "')\"");
        }
        throw new NeuralException("no_adapter", folder + " holds no " + WEIGHTS);
    }

    static void write(Path folder, AdapterConfiguration configuration, SequencedMap<String, NDArray> tensors) {
        if (Files.exists(folder)) {
            throw new NeuralException("folder_exists", folder + " exists already");
        }
        try {
            Path parent = folder.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            Path temporary = Files.createTempDirectory(parent, "." + folder.getFileName());
            try {
                JsonMapper mapper = JsonMapper.builder().build();
                String json =
                        mapper.writerWithDefaultPrettyPrinter().writeValueAsString(AdapterJson.write(configuration));
                Files.writeString(temporary.resolve(AdapterJson.NAME), json + "\n");
                writeTensors(temporary.resolve(WEIGHTS), tensors);
                Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary.resolve(AdapterJson.NAME));
                Files.deleteIfExists(temporary.resolve(WEIGHTS));
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeTensors(Path file, SequencedMap<String, NDArray> tensors) {
        List<PlannedTensor> planned = new ArrayList<>();
        tensors.forEach((name, array) -> planned.add(
                new PlannedTensor(name, ElementType.F32, array.getShape().getShape())));
        SafetensorsStream.write(
                file,
                Map.of("format", "pt"),
                planned,
                (tensor, sink) -> sink.accept(ForeignTensors.memory(tensors.get(tensor.name()))));
    }
}
