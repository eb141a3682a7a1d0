package dev.cadwright.cli.local;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.forward.ForwardAnswer;
import dev.cadwright.neural.forward.ForwardProcess;
import dev.cadwright.neural.forward.ForwardRequest;
import dev.cadwright.neural.process.ChildOptions;
import dev.cadwright.neural.process.CpuProbe;
import dev.cadwright.neural.quantize.Quantization;
import dev.cadwright.neural.tensor.ScalarType;
import dev.cadwright.standalone.SuiteSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a model once over ready tensors. */
@Command(
        name = "logits",
        description = {
            "Runs a model of a Hugging Face folder once over the tensors of a safetensors file, in a process of its own,",
            "and writes the logits and the last hidden state. The tensors have transformers' names: input_ids,",
            "attention_mask, labels (what a decoder behind an encoder is to write), pixel_values, image_grid_thw,",
            "pixel_values_videos, video_grid_thw, point_cloud, point_clouds, is_pc, is_img; others are ignored."
        },
        footer = {"", "Example:", "  ./cadwright logits --model MODEL --inputs in.safetensors --out out.safetensors"})
public final class LogitsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private JsonOption options;

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "Folder of the model.")
    private Path model;

    @Option(names = "--adapter", paramLabel = "DIR", description = "Folder of a PEFT adapter that takes part.")
    private Path adapter;

    @Option(names = "--inputs", required = true, paramLabel = "F.safetensors", description = "What the model reads.")
    private Path inputs;

    @Option(names = "--out", required = true, paramLabel = "F.safetensors", description = "Where it writes.")
    private Path out;

    @Option(names = "--dtype", paramLabel = "f32|bf16", description = "What to compute in (default: f32).")
    private String type = "f32";

    @Option(
            names = "--quantize",
            paramLabel = "int8|nf4",
            description = "Quantises the model's weights while they are read.")
    private String quantize;

    @Option(names = "--overwrite", description = "Replaces what is there.")
    private boolean overwrite;

    public LogitsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The line printed. */
    record LogitsRecord(String model, List<Long> shape, double seconds) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isRegularFile(inputs)) {
            throw CommandFailure.usage(inputs + " is no file.");
        }
        if (Files.exists(out) && !overwrite) {
            throw CommandFailure.usage(out + " exists already; --overwrite replaces it.");
        }
        Files.createDirectories(out.toAbsolutePath().getParent());
        ForwardRequest request = new ForwardRequest(
                model.toAbsolutePath(),
                inputs.toAbsolutePath(),
                out.toAbsolutePath(),
                type(),
                Runtime.getRuntime().availableProcessors(),
                Optional.ofNullable(adapter).map(Path::toAbsolutePath),
                quantization());
        return switch (run(request)) {
            case ForwardAnswer.Done done -> print(done);
            case ForwardAnswer.Refused refused ->
                throw CommandFailure.usage(refused.message() + " [" + refused.code() + "]");
        };
    }

    private ScalarType type() {
        return switch (type) {
            case "f32" -> ScalarType.F32;
            case "bf16" -> ScalarType.BF16;
            default -> throw CommandFailure.usage("--dtype is f32 or bf16, not " + type + ".");
        };
    }

    private Optional<Quantization> quantization() {
        if (quantize == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (quantize) {
                    case "int8" -> Quantization.INT8;
                    case "nf4" -> Quantization.NF4;
                    default -> throw CommandFailure.usage("--quantize is int8 or nf4, not " + quantize + ".");
                });
    }

    private ForwardAnswer run(ForwardRequest request) throws InterruptedException {
        Path home = SuiteSettings.of(terminal.environment(), terminal.root())
                .files()
                .home();
        try {
            ChildOptions child = ChildOptions.defaults();
            return ForwardProcess.run(
                    child.withEnvironment(
                            CpuProbe.verdict(child, home.resolve("cpu.json")).environment()),
                    request);
        } catch (NeuralException e) {
            throw CommandFailure.unavailable(e.getMessage());
        }
    }

    private int print(ForwardAnswer.Done done) {
        if (options.json()) {
            terminal.json(new LogitsRecord(model.toString(), done.shape(), done.seconds()));
        } else {
            terminal.out().printf(Locale.ROOT, "%s  %s  %.3f s%n", model, done.shape(), done.seconds());
        }
        return ExitCode.SUCCESS;
    }
}
