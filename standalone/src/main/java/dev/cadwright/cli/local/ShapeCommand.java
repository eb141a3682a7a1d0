package dev.cadwright.cli.local;

import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.kernel.program.ExecutionRecord;
import dev.cadwright.kernel.program.ProgramPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that make files from the mesh of each input have in common. */
abstract class ShapeCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final String name;

    @Mixin
    private JsonOption options;

    @Mixin
    private InputOptions inputs;

    @Mixin
    private KernelSettings kernelSettings;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the files go.")
    private Path out;

    @Option(names = "--overwrite", description = "Replace files that are there.")
    private boolean overwrite;

    private int failures;

    ShapeCommand(Terminal terminal, String name) {
        this.terminal = terminal;
        this.name = name;
    }

    /** One file that was written: its record as JSON, and its path. */
    record Written(Object record, Path path) {}

    /** Checks the options before anything is done. */
    abstract void check();

    /** Makes the files of one input; called by several threads at once. */
    abstract List<Written> make(Input input, Mesh mesh, OutputFolder folder) throws IOException;

    @Override
    public final Integer call() throws InterruptedException {
        check();
        List<Input> work = inputs.resolve(ShapeInput.SHAPES);
        int threads = Math.min(kernelSettings.workers(), work.size());
        OutputFolder folder = new OutputFolder(out, overwrite);
        try (ProgramPool programs = kernelSettings.open(threads);
                ProgressBar bar = new ProgressBar(terminal, name)) {
            MeshReader reader = new MeshReader(programs, kernelSettings.budget());
            int[] done = {0};
            OrderedWork.run(work, threads, input -> made(reader, input, folder), lines -> {
                lines.forEach(Runnable::run);
                if (work.size() > 1) {
                    bar.update(++done[0], work.size(), "");
                }
            });
        }
        return failures == 0 ? ExitCode.SUCCESS : ExitCode.PARTIAL;
    }

    private List<Runnable> made(MeshReader reader, Input input, OutputFolder folder) {
        try {
            return switch (reader.read(input)) {
                case MeshReader.Outcome.Failed(ExecutionRecord record) -> List.of(() -> printFailure(record));
                case MeshReader.Outcome.Found(Mesh mesh) ->
                    make(input, mesh, folder).stream()
                            .map(written -> (Runnable) () -> print(written))
                            .toList();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(Written written) {
        if (options.json()) {
            terminal.json(written.record());
        } else {
            terminal.out().println(written.path());
        }
    }

    private void printFailure(ExecutionRecord record) {
        failures++;
        if (options.json()) {
            terminal.json(record);
        } else {
            terminal.err().println(ExecutionLines.of(record).strip());
        }
    }
}
