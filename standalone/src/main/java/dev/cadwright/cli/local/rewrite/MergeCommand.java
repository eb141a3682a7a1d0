package dev.cadwright.cli.local.rewrite;

import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.neural.rewrite.RewriteRequest;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Merges an adapter into a model. */
@Command(
        name = "merge",
        description = {
            "Adds a PEFT adapter (LoRA, rsLoRA, DoRA) to the weights of its model, and writes a model of its own with the",
            "same files beside it. A quantised model is merged into full weights."
        },
        footer = {"", "Example:", "  ./cadwright merge --model MODEL --adapter ADAPTER --out models/parts"})
public final class MergeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private JsonOption options;

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "Folder of the model.")
    private Path model;

    @Option(names = "--adapter", required = true, paramLabel = "DIR", description = "Folder of the adapter.")
    private Path adapter;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder that is written, whole or not.")
    private Path out;

    public MergeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        RewriteRequest request = new RewriteRequest.Merge(
                model.toAbsolutePath().normalize(),
                adapter.toAbsolutePath().normalize(),
                out.toAbsolutePath().normalize());
        return new ModelRewriting(terminal, options.json()).run("merge", request);
    }
}
