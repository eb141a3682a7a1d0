package dev.cadwright.neural.forward;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.adapter.Adapters;
import dev.cadwright.neural.model.CausalInput;
import dev.cadwright.neural.model.CausalModel;
import dev.cadwright.neural.model.CausalOutput;
import dev.cadwright.neural.model.EncoderDecoderModel;
import dev.cadwright.neural.model.LoadOptions;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.model.VisionModel;
import dev.cadwright.neural.model.VisionOutput;
import dev.cadwright.neural.quantize.QuantizedModels;
import dev.cadwright.neural.safetensors.PlannedTensor;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import dev.cadwright.neural.safetensors.SafetensorsStream;
import dev.cadwright.neural.tensor.ForeignTensors;
import dev.cadwright.neural.tensor.Operations;
import dev.cadwright.neural.tensor.ScalarType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Runs a model once over the tensors of a file. */
final class ForwardPass {
    private static final double NANOSECONDS = 1e9;

    private ForwardPass() {}

    /** @throws NeuralException if the model or the inputs are not usable */
    static ForwardAnswer.Done run(NDManager manager, ForwardRequest request) {
        LoadOptions options = LoadOptions.SINGLE_PRECISION.in(request.type());
        try (Model model = load(manager, request, options);
                Adapters adapters = Adapters.on(model);
                SafetensorsFile file = SafetensorsFile.open(request.inputs());
                NDManager scope = manager.newSubManager()) {
            request.adapter().ifPresent(folder -> adapters.load("adapter", folder));
            ForwardInputs inputs = new ForwardInputs(file, scope);
            long start = System.nanoTime();
            SequencedMap<String, NDArray> outputs = outputs(model, inputs);
            double seconds = (System.nanoTime() - start) / NANOSECONDS;
            write(model.ops(), outputs, request.out());
            long[] shape = outputs.firstEntry().getValue().getShape().getShape();
            return new ForwardAnswer.Done(Arrays.stream(shape).boxed().toList(), seconds);
        }
    }

    private static Model load(NDManager manager, ForwardRequest request, LoadOptions options) {
        return request.quantization()
                .map(q -> QuantizedModels.load(manager, request.model(), options, q, _ -> {}))
                .orElseGet(() -> QuantizedModels.load(manager, request.model(), options));
    }

    private static SequencedMap<String, NDArray> outputs(Model model, ForwardInputs inputs) {
        return switch (model) {
            case CausalModel causal -> named(causal.forward(inputs.causal()));
            case EncoderDecoderModel both -> {
                EncoderDecoderModel.Encoded encoded =
                        both.encode(inputs.required("input_ids"), inputs.find("attention_mask"));
                CausalInput written = CausalInput.of(both.decoderIds(inputs.required("labels")));
                SequencedMap<String, NDArray> outputs = named(both.decode(written, encoded));
                outputs.put("decoder_last_hidden_state", outputs.get("last_hidden_state"));
                outputs.put("encoder_last_hidden_state", encoded.lastHiddenState());
                yield outputs;
            }
            case VisionModel vision -> {
                VisionOutput output = vision.forward(inputs.required("pixel_values"));
                SequencedMap<String, NDArray> outputs = new LinkedHashMap<>();
                outputs.put("last_hidden_state", output.lastHiddenState());
                Optional<NDArray> pooled = output.pooled();
                pooled.ifPresent(p -> outputs.put("pooler_output", p));
                yield outputs;
            }
        };
    }

    private static SequencedMap<String, NDArray> named(CausalOutput output) {
        SequencedMap<String, NDArray> outputs = new LinkedHashMap<>();
        outputs.put("logits", output.logits().orElseThrow());
        outputs.put("last_hidden_state", output.lastHiddenState());
        return outputs;
    }

    /** In single precision; the file appears whole or not at all. */
    private static void write(Operations ops, Map<String, NDArray> outputs, Path out) {
        List<PlannedTensor> planned = outputs.entrySet().stream()
                .map(e -> new PlannedTensor(
                        e.getKey(),
                        ScalarType.F32.stored(),
                        e.getValue().getShape().getShape()))
                .toList();
        Path temporary = out.resolveSibling(
                "." + out.getFileName() + "." + ProcessHandle.current().pid());
        try {
            SafetensorsStream.write(temporary, Map.of(), planned, (tensor, sink) -> {
                try (NDArray single = ops.cast(outputs.get(tensor.name()), ScalarType.F32);
                        NDArray whole = ops.contiguous(single)) {
                    sink.accept(ForeignTensors.memory(whole));
                }
            });
            Files.move(temporary, out, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
