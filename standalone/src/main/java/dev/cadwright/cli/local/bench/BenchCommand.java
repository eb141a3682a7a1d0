package dev.cadwright.cli.local.bench;

import dev.cadwright.cad.Language;
import dev.cadwright.cli.local.Input;
import dev.cadwright.cli.local.InputOptions;
import dev.cadwright.cli.local.KernelSettings;
import dev.cadwright.cli.local.bench.neural.GenerateBenchmark;
import dev.cadwright.cli.local.bench.neural.Growth;
import dev.cadwright.cli.local.bench.neural.NeuralBench;
import dev.cadwright.cli.local.bench.neural.TrainBenchmark;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.kernel.mesh.MeshWorker;
import dev.cadwright.standalone.SuiteSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the project's own speed, beside the usual tools where they are installed. */
@Command(
        name = "bench",
        description = {
            "Measures the speed of this installation on this machine, as medians.",
            "execute: CadQuery programs, one by one and on several workers; with --peer each program also runs in",
            "CadQuery itself, right after, and the ratio of both is printed (more is better). OpenSCAD programs of the",
            "folder run beside the tool's own package, a process for each, its start-up left out. Without --data the",
            "programs are the repository's samples, for which CadQuery's figures are recorded.",
            "execute builds and checks; execute_volume_mesh also takes all measures and meshes.",
            "Processor time is that of the worker and of the thread that runs the program; java_mean adds the compiler's.",
            "memory: what one worker holds that runs so many CadQuery programs (--count) and is never replaced.",
            "train, generate: Hugging Face models of random weights, a small one and one of half a billion weights, in",
            "tokens a second; with --peer PyTorch does the same in turn, else recorded figures stand beside.",
            "train-memory, generate-memory: fails if so many training steps or texts (--count) let memory grow."
        },
        footer = {
            "",
            "Examples:",
            "  ./cadwright bench",
            "  ./cadwright bench execute --data programs --count 300 --peer venv/bin/python --json",
            "  ./cadwright bench memory --data programs --count 10000",
            "  ./cadwright bench train generate --peer venv/bin/python",
            "  ./cadwright bench train-memory generate-memory --count 5000",
            "  ./cadwright bench execute --data openscad-examples --timeout 60s"
        })
public final class BenchCommand implements Callable<Integer> {
    private static final Set<String> KNOWN =
            Set.of("execute", "memory", "train", "generate", "train-memory", "generate-memory");

    private static final Set<String> MODELS = Set.of("train", "generate", "train-memory", "generate-memory");

    private static final Path SAMPLES = Path.of("samples", "deepcad-json");

    private final Terminal terminal;

    @Mixin
    private JsonOption options;

    @Mixin
    private KernelSettings kernelSettings;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "execute (the default), memory, train, generate, train-memory, generate-memory.")
    private List<String> names = List.of();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "A folder of programs: .py (CadQuery), .scad. Default: samples/deepcad-json, printed in both.")
    private Path data;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "200",
            description = "So many programs, evenly spread over the folder (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--peer",
            paramLabel = "PYTHON",
            description =
                    "A Python that has cadquery, or torch and transformers, to measure beside it in the same run.")
    private Path python;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "Threads of training and decoding (default: ${DEFAULT-VALUE}).")
    private int threads;

    private Optional<RecordedPeer> recorded = Optional.empty();
    private boolean headed;

    public BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (String name : names) {
            if (!KNOWN.contains(name)) {
                throw CommandFailure.usage(
                        "There is no benchmark " + name + "; known are " + String.join(", ", KNOWN) + ".");
            }
        }
        List<String> ofModels = names.stream().filter(MODELS::contains).toList();
        boolean held = ofModels.isEmpty() || models(ofModels);
        if (!names.isEmpty() && names.size() == ofModels.size()) {
            return held ? ExitCode.SUCCESS : ExitCode.PARTIAL;
        }
        try (BenchData folder =
                BenchData.open(Optional.ofNullable(data), terminal.root().resolve(SAMPLES))) {
            int status = run(folder);
            return held ? status : ExitCode.PARTIAL;
        }
    }

    /** Returns whether no memory grew. */
    private boolean models(List<String> chosen) throws IOException, InterruptedException {
        RecordedPeer known = RecordedPeer.ofModels();
        if (python == null) {
            terminal.err().printf("peer: %s; --peer measures it here%n", known.source());
        }
        header();
        Path home = SuiteSettings.of(terminal.environment(), terminal.root())
                .files()
                .home();
        try (NeuralBench bench = NeuralBench.open(
                home,
                threads,
                Optional.ofNullable(python),
                (name, value, unit, peer) -> print(known.beside(BenchRecord.of(name, value, unit, peer))))) {
            boolean held = true;
            for (String name : chosen) {
                switch (name) {
                    case "train" -> new TrainBenchmark(bench).run();
                    case "generate" -> new GenerateBenchmark(bench).run();
                    case "train-memory" -> held &= new TrainBenchmark(bench).holdsMemory(count);
                    default -> held &= new Growth(bench).holdsMemory(count);
                }
            }
            if (!held) {
                terminal.err().println("memory grew by more than a twentieth");
            }
            return held;
        }
    }

    private void header() {
        if (!options.json() && !headed) {
            terminal.out().printf("%-40s %12s  %-16s %12s %8s%n", "name", "value", "unit", "peer", "ratio");
            headed = true;
        }
    }

    private int run(BenchData folder) throws IOException, InterruptedException {
        List<Input.File> programs = programs(folder.folder());
        List<Input.File> scad = of(programs, Language.OPENSCAD);
        List<Input.File> cadQuery = of(programs, Language.CADQUERY);
        if (folder.isSamples()) {
            announceSamples(cadQuery.size(), scad.size());
        }
        header();
        try (ProgressBar bar = new ProgressBar(terminal, "bench")) {
            if (names.contains("memory") && !cadQuery.isEmpty()) {
                new MemoryBenchmark(cadQuery, kernelSettings, bar, this::print).run(count);
            }
            if (!names.isEmpty() && !names.contains("execute")) {
                return ExitCode.SUCCESS;
            }
            if (!cadQuery.isEmpty()) {
                cadQuery(new ExecuteBenchmark(cadQuery, kernelSettings, bar, this::print));
            }
            if (!scad.isEmpty() && isRunnable()) {
                new ScadBenchmark(scad, kernelSettings, bar, this::print).run();
            }
        }
        return ExitCode.SUCCESS;
    }

    private void announceSamples(int cadQuery, int scad) {
        terminal.err()
                .printf(
                        "no --data: the programs are the repository's %s, %d as CadQuery and %d as OpenSCAD%n",
                        SAMPLES, cadQuery, scad);
        if (python == null) {
            recorded = Optional.of(new RecordedPeer());
            terminal.err()
                    .printf(
                            "peer: %s; --peer measures it here%n",
                            recorded.get().source());
        }
    }

    private boolean isRunnable() {
        boolean built = MeshWorker.isBuilt(MeshWorker.program());
        if (!built) {
            terminal.err()
                    .println("OpenSCAD programs are left out: what runs them is not installed; ./cadwright setup"
                            + " fetches it");
        }
        return built;
    }

    private void cadQuery(ExecuteBenchmark benchmark) throws IOException, InterruptedException {
        if (python == null) {
            benchmark.run(Optional.empty());
            return;
        }
        try (CadQueryPeer peer = CadQueryPeer.start(python)) {
            terminal.err().println("peer: CadQuery " + peer.version());
            benchmark.run(Optional.of(peer));
        }
    }

    private static List<Input.File> of(List<Input.File> programs, Language language) {
        return programs.stream()
                .filter(program -> program.language().equals(Optional.of(language)))
                .toList();
    }

    private List<Input.File> programs(Path folder) {
        List<Input> all = InputOptions.resolve(
                List.of(folder.toString()),
                Optional.empty(),
                Set.of(Language.CADQUERY.extension(), Language.OPENSCAD.extension()));
        if (count < 1) {
            throw CommandFailure.usage("--count is at least 1, not " + count + ".");
        }
        int taken = Math.min(count, all.size());
        List<Input.File> spread = new ArrayList<>();
        for (int i = 0; i < taken; i++) {
            spread.add((Input.File) all.get((int) ((long) i * all.size() / taken)));
        }
        return spread;
    }

    private void print(BenchRecord measured) {
        BenchRecord record = recorded.map(peer -> peer.beside(measured)).orElse(measured);
        if (options.json()) {
            terminal.json(record);
        } else {
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "%-40s %12.4g  %-16s %12s %8s%n",
                            record.name(),
                            record.value(),
                            record.unit(),
                            record.peer() == null ? "" : String.format(Locale.ROOT, "%.4g", record.peer()),
                            record.ratio() == null ? "" : String.format(Locale.ROOT, "%.2f×", record.ratio()));
        }
    }
}
