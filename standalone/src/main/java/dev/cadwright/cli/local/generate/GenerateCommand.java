package dev.cadwright.cli.local.generate;

import dev.cadwright.cad.Language;
import dev.cadwright.cli.local.Input;
import dev.cadwright.cli.local.InputOptions;
import dev.cadwright.cli.local.KernelSettings;
import dev.cadwright.cli.local.OrderedWork;
import dev.cadwright.cli.local.OutputFolder;
import dev.cadwright.cli.local.ShapeInput;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.kernel.program.ProgramPool;
import dev.cadwright.neural.generate.GenerationProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes programs for shapes and point clouds with a trained model. */
@Command(
        name = "generate",
        description = {
            "Writes programs for point clouds (.npy) and shapes (programs, STEP, STL, OBJ) with a trained model, in a",
            "process of its own. The model is given 256 farthest points, centred and scaled so that the longest side is",
            "2; what it writes is in that frame, times 100."
        },
        footer = {
            "",
            "Examples:",
            "  ./cadwright generate samples/deepcad-step/00070015.step",
            "  ./cadwright generate samples/deepcad-step --n 8 --select input --out programs",
            "  ./cadwright generate --model runs/nano/final --points clouds --json > programs.jsonl"
        })
public final class GenerateCommand implements Callable<Integer> {
    private static final int TOGETHER = 16;

    private final Terminal terminal;

    @Mixin
    private JsonOption options;

    @Parameters(arity = "0..*", paramLabel = "IN", description = "Shapes and points: files or folders.")
    private List<String> inputs = List.of();

    @Option(
            names = "--points",
            arity = "1..*",
            paramLabel = "F.npy",
            description = "Point clouds: files or folders of n×3 or n×6, at least as many points as the model wants.")
    private List<String> points = List.of();

    @Option(
            names = "--model",
            paramLabel = "DIR",
            defaultValue = ModelLoader.BUILT_IN,
            description = "Folder of the model (default: ${DEFAULT-VALUE}, which came with this installation).")
    private String model;

    @Option(names = "--adapter", paramLabel = "DIR", description = "Folder of an adapter (PEFT) to add to the model.")
    private Path adapter;

    @Mixin
    private GenerationOptions generation;

    @Mixin
    private NotYet notYet;

    @Option(names = "--out", paramLabel = "DIR", description = "Write programs there, one .sketch file each.")
    private Path out;

    @Option(names = "--overwrite", description = "Replace files that are there.")
    private boolean overwrite;

    @Mixin
    private KernelSettings kernelSettings;

    private boolean failures;

    public GenerateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        notYet.refuse();
        generation.check();
        List<Input> work = work();
        Path folder = new ModelLoader(terminal).find(model);
        try (GenerationProcess process = new ModelLoader(terminal).start(folder, Optional.ofNullable(adapter));
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

    private List<Input> work() {
        Set<String> endings = new HashSet<>(ShapeInput.SHAPES);
        endings.add(CloudReader.POINTS);
        List<Input> work = new ArrayList<>(InputOptions.resolve(inputs, Optional.empty(), endings));
        work.addAll(InputOptions.resolve(points, Optional.empty(), Set.of(CloudReader.POINTS)));
        if (work.isEmpty()) {
            throw CommandFailure.usage("There is nothing to generate from: give shapes, or points as .npy.");
        }
        Map<String, String> stems = new HashMap<>();
        for (Input input : work) {
            String other = out == null ? null : stems.put(input.stem(), input.name());
            if (other != null) {
                throw CommandFailure.usage("%s and %s would both be written as %s; give them one at a time."
                        .formatted(other, input.name(), input.stem() + Language.SKETCH.extension()));
            }
            requireFree(input);
        }
        return work;
    }

    /** Better said before the model has written than after. */
    private void requireFree(Input input) {
        Path target = out == null ? null : out.resolve(ProgramPrinter.fileName(input, generation.selects() ? -1 : 0));
        if (target != null && !overwrite && Files.exists(target)) {
            throw CommandFailure.usage(target + " exists already; --overwrite replaces it.");
        }
    }

    private List<CloudReader.Outcome> read(CloudReader reader, List<Input> some) throws InterruptedException {
        List<CloudReader.Outcome> read = new ArrayList<>();
        OrderedWork.run(some, Math.min(kernelSettings.workers(), some.size()), reader::read, read::add);
        return read;
    }

    /** Prints in the order of the inputs, each as soon as it is written. */
    private void write(GenerationProcess process, List<CloudReader.Outcome> given) throws InterruptedException {
        ProgramPrinter printer = new ProgramPrinter(
                terminal,
                options.json(),
                Optional.ofNullable(out).map(folder -> new OutputFolder(folder, overwrite)),
                generation.selects());
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
