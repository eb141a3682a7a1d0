package dev.cadwright.cli.local.rewrite;

import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.neural.quantize.Quantization;
import dev.cadwright.neural.rewrite.RewriteRequest;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Quantises the weights of a model. */
@Command(
        name = "quantize",
        description = {
            "Quantises the linear layers of a model, all but the head, and writes a folder that this suite reads and",
            "transformers with bitsandbytes as well: int8 has one scale a row, nf4 one for 64 numbers."
        },
        footer = {
            "",
            "Examples:",
            "  ./cadwright quantize --model MODEL --to nf4 --double --out models/small",
            "  ./cadwright quantize --model MODEL --to int8 --out models/fast"
        })
public final class QuantizeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private JsonOption options;

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "Folder of the model.")
    private Path model;

    @Option(names = "--to", required = true, paramLabel = "int8|nf4", description = "Eight or four bits a weight.")
    private String to;

    @Option(names = "--double", description = "Quantise the scales of nf4 as well, to eight bits.")
    private boolean doubled;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder that is written, whole or not.")
    private Path out;

    public QuantizeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        RewriteRequest request = new RewriteRequest.Quantize(
                model.toAbsolutePath().normalize(),
                Quantization.named(to, doubled),
                out.toAbsolutePath().normalize());
        return new ModelRewriting(terminal, options.json()).run("quantize", request);
    }
}
