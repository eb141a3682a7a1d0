package dev.cadwright.cli.local.generate;

import dev.cadwright.cli.local.Input;
import dev.cadwright.cli.local.KernelSettings;
import dev.cadwright.cli.local.OrderedWork;
import dev.cadwright.cli.local.OutputFolder;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.kernel.program.ProgramPool;
import dev.cadwright.neural.generate.GenerationProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Programs of the small built-in family. */
final class NanoGeneration {
    private static final int TOGETHER = 16;

    private final Terminal terminal;
    private final boolean json;
    private final GenerationOptions generation;
    private final KernelSettings kernelSettings;
    private final Optional<OutputFolder> output;
    private boolean failures;

    NanoGeneration(
            Terminal terminal,
            boolean json,
            GenerationOptions generation,
            KernelSettings kernelSettings,
            Optional<OutputFolder> output) {
        this.terminal = terminal;
        this.json = json;
        this.generation = generation;
        this.kernelSettings = kernelSettings;
        this.output = output;
    }

    int run(List<Input> work, Path folder, Optional<Path> adapter) throws InterruptedException {
        work.forEach(this::requireFree);
        try (GenerationProcess process = new ModelLoader(terminal).start(folder, adapter);
                ProgramPool programs = kernelSettings.open(Math.min(work.size(), TOGETHER));
                ProgressBar bar = new ProgressBar(terminal, "generate")) {
            CloudReader reader = new CloudReader(programs, kernelSettings.budget(), process.points());
            for (int from = 0; from < work.size(); from += TOGETHER) {
                List<Input> some = work.subList(from, Math.min(work.size(), from + TOGETHER));
                write(process, read(reader, some));
                if (work.size() > 1) {
                    bar.update(from + some.size(), work.size(), "");
                }
            }
        }
        return failures ? ExitCode.PARTIAL : ExitCode.SUCCESS;
    }

    private void requireFree(Input input) {
        output.filter(folder -> !folder.overwrite())
                .map(folder -> folder.folder().resolve(ProgramPrinter.fileName(input, generation.selects() ? -1 : 0)))
                .filter(Files::exists)
                .ifPresent(target -> {
                    throw CommandFailure.usage(target + " exists already; --overwrite replaces it.");
                });
    }

    private List<CloudReader.Outcome> read(CloudReader reader, List<Input> some) throws InterruptedException {
        List<CloudReader.Outcome> read = new ArrayList<>();
        OrderedWork.run(some, Math.min(kernelSettings.workers(), some.size()), reader::read, read::add);
        return read;
    }

    /** Prints in the order of the inputs, each as soon as it is written. */
    private void write(GenerationProcess process, List<CloudReader.Outcome> given) throws InterruptedException {
        ProgramPrinter printer = new ProgramPrinter(terminal, json, output, generation.selects());
        List<float[]> clouds = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i) instanceof CloudReader.Outcome.Read read) {
                clouds.add(read.points());
                positions.add(i);
            }
        }
        int[] next = {0};
        if (!clouds.isEmpty()) {
            process.generate(generation.request(clouds), shape -> {
                int position = positions.get(shape.index());
                printFailures(printer, given, next, position);
                failures |= !printer.print(given.get(position).input(), shape);
                next[0] = position + 1;
            });
        }
        printFailures(printer, given, next, given.size());
    }

    private void printFailures(ProgramPrinter printer, List<CloudReader.Outcome> given, int[] next, int end) {
        for (; next[0] < end; next[0]++) {
            if (given.get(next[0]) instanceof CloudReader.Outcome.Failed failed) {
                printer.print(failed);
                failures = true;
            }
        }
    }
}
