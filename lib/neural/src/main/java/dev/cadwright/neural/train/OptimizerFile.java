package dev.cadwright.neural.train;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.safetensors.ElementType;
import dev.cadwright.neural.safetensors.PlannedTensor;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import dev.cadwright.neural.safetensors.SafetensorsStream;
import dev.cadwright.neural.tensor.ForeignTensors;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The moments of an optimiser in a checkpoint, each named by its parameter. */
final class OptimizerFile {
    static final String NAME = "optimizer.safetensors";

    private OptimizerFile() {}

    static void write(Path folder, Optimizer optimizer) {
        SequencedMap<String, NDArray> moments = moments(optimizer);
        List<PlannedTensor> planned = new ArrayList<>();
        moments.forEach((name, array) -> planned.add(
                new PlannedTensor(name, ElementType.F32, array.getShape().getShape())));
        SafetensorsStream.write(
                folder.resolve(NAME),
                Map.of(),
                planned,
                (tensor, sink) -> sink.accept(ForeignTensors.memory(moments.get(tensor.name()))));
    }

    static void read(Path folder, Optimizer optimizer) {
        try (SafetensorsFile file = SafetensorsFile.open(folder.resolve(NAME))) {
            moments(optimizer).forEach((name, array) -> {
                MemorySegment stored = file.bytes(name);
                MemorySegment memory = ForeignTensors.memory(array);
                if (file.entry(name).type() != ElementType.F32 || stored.byteSize() != memory.byteSize()) {
                    throw new NeuralException("bad_checkpoint", "an optimiser moment has the wrong size");
                }
                memory.copyFrom(stored);
            });
        }
    }

    private static SequencedMap<String, NDArray> moments(Optimizer optimizer) {
        SequencedMap<String, NDArray> moments = new LinkedHashMap<>();
        List<Optimizer.Parameter> parameters = optimizer.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            moments.put(
                    "exp_avg." + parameters.get(i).name(),
                    optimizer.firstMoments().get(i));
            moments.put(
                    "exp_avg_sq." + parameters.get(i).name(),
                    optimizer.secondMoments().get(i));
        }
        return moments;
    }
}
