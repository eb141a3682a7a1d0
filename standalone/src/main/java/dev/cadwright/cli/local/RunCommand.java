package dev.cadwright.cli.local;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.program.ExecutionRecord;
import dev.cadwright.kernel.program.ProgramExecution;
import dev.cadwright.kernel.program.ProgramPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Executes programs, reads STEP, and measures what comes out. */
@Command(
        name = "run",
        description = {
            "Executes programs and reads STEP files, and measures the solids.",
            "No program is run by a general-purpose language: each is parsed, and the kernel works in jailed processes."
        },
        footer = {
            "",
            "Examples:",
            "  ./cadwright run samples/deepcad-json/00000069.json",
            "  ./cadwright run samples --json > measures.jsonl",
            "  ./cadwright run part.sketch --export step,stl,glb --out build",
            "  ./cadwright run box.scad --export stl --out build"
        })
public final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private JsonOption options;

    @Mixin
    private InputOptions inputs;

    @Mixin
    private KernelSettings kernelSettings;

    @Option(
            names = "--export",
            split = ",",
            paramLabel = "FORMAT",
            description = "Also write files: step, stl, 3mf, glb, obj; stl-text for STL as text.")
    private List<String> names = List.of();

    private Set<ExportFormat> formats = Set.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Where exported files go.")
    private Path out;

    @Option(names = "--overwrite", description = "Replace files that are there.")
    private boolean overwrite;

    private int failures;

    public RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        checkExport();
        List<Input> work = inputs.resolve(ShapeInput.SOLIDS);
        int workers = Math.min(kernelSettings.workers(), work.size());
        if (!options.json()) {
            terminal.out().println(ExecutionLines.HEAD);
        }
        try (ProgramPool programs = kernelSettings.open(workers);
                ProgressBar bar = new ProgressBar(terminal, "run")) {
            int[] done = {0};
            OrderedWork.run(work, workers, input -> execute(programs, input), record -> {
                print(record);
                if (work.size() > 1) {
                    bar.update(++done[0], work.size(), record.name());
                }
            });
        }
        return failures == 0 ? ExitCode.SUCCESS : ExitCode.PARTIAL;
    }

    private void checkExport() {
        formats = ExportFormat.named(names);
        if (!formats.isEmpty() && out == null) {
            throw CommandFailure.usage("--export needs --out, the folder to write to.");
        }
    }

    private void print(ExecutionRecord record) {
        failures += record.succeeded() ? 0 : 1;
        if (options.json()) {
            terminal.json(record);
        } else {
            terminal.out().println(ExecutionLines.of(record));
        }
    }

    private ExecutionRecord execute(ProgramPool programs, Input input) {
        try {
            return switch (ShapeInput.read(input)) {
                case ShapeInput.Executable executable -> {
                    ProgramExecution execution = programs.execute(executable.source(), request());
                    export(input, execution);
                    yield ExecutionRecord.of(input.name(), executable.language(), execution);
                }
                case ShapeInput.Unreadable unreadable ->
                    ExecutionRecord.unreadable(input.name(), unreadable.language(), unreadable.diagnostic());
                case ShapeInput.Finished finished ->
                    throw CommandFailure.usage(input.name() + " is a mesh of "
                            + finished.mesh().triangleCount() + " triangles: there is nothing to execute.");
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Request request() {
        return ExportFormat.request(formats, Request.properties().within(kernelSettings.budget()));
    }

    private void export(Input input, ProgramExecution execution) throws IOException {
        if (formats.isEmpty() || execution.category() != Category.OK) {
            return;
        }
        OutputFolder folder = new OutputFolder(out, overwrite);
        for (ExportFormat format : formats) {
            Optional<byte[]> content = format.content(execution);
            if (content.isPresent()) {
                folder.write(input.stem() + "." + format.ending(), content.get());
            } else {
                terminal.err().println(input.name() + ": there is no solid to write as " + format.ending() + ".");
            }
        }
    }
}
