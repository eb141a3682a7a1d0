package dev.cadwright.cli.local.benchmark;

import dev.cadwright.benchmark.Contest;
import dev.cadwright.benchmark.LossHistory;
import dev.cadwright.benchmark.SampleScorer;
import dev.cadwright.cli.local.WorkersOption;
import dev.cadwright.cli.local.generate.GenerationOptions;
import dev.cadwright.cli.local.generate.ModelLoader;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.prediction.Prediction;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.metrics.Score;
import dev.cadwright.metrics.report.BenchmarkReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets models write programs, executes and scores them, and reports. */
@Command(
        name = "benchmark",
        description = {
            "Lets models write programs for the shapes of a dataset's folder, or of a folder of CAD files, executes and",
            "scores them beside the bounding box of the input, and reports: report.json, report.md, report.html and the",
            "predictions. Programs that fail count as failures in every figure."
        },
        footer = {
            "",
            "Examples:",
            "  ./cadwright benchmark --models cadwright-nano --data samples/deepcad-step --out benchmark",
            "  ./cadwright benchmark --models cadwright-nano runs/nano/final --data parts --n 8 --select input --out b8"
        })
public final class BenchmarkCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private JsonOption options;

    @Option(
            names = "--models",
            arity = "1..*",
            required = true,
            paramLabel = "DIR",
            description = "Folders of models, or cadwright-nano, which came with this installation.")
    private List<String> models;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "A dataset's folder, or a folder of DeepCAD .json, .step and .stp.")
    private Path data;

    @Option(
            names = "--split",
            defaultValue = "test",
            description = "Of a dataset: train, validation or test (default: ${DEFAULT-VALUE}).")
    private String split;

    @Option(names = "--num-samples", paramLabel = "N", description = "The first so many samples (default: all).")
    private Integer limit;

    @Option(
            names = "--protocol",
            split = ",",
            arity = "1",
            paramLabel = "NAME",
            defaultValue = "strict-v1",
            description = "strict-v1, cadrille-2025 (default: ${DEFAULT-VALUE}).")
    private List<String> protocols;

    @Mixin
    private GenerationOptions generation;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the report goes.")
    private Path out;

    @Option(names = "--overwrite", description = "Replace a report that is there.")
    private boolean overwrite;

    @Mixin
    private WorkersOption workers;

    public BenchmarkCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        generation.check();
        Split wanted = split();
        BenchmarkFiles files = new BenchmarkFiles(out, overwrite);
        files.requireFree();
        ModelLoader loader = new ModelLoader(terminal);
        List<Contestant> contestants = Contestant.of(models, loader);
        Contest contest = contest(contestants);
        try (KernelPool kernel = workers.open();
                BenchmarkData shapes = BenchmarkData.open(data, generation.seed(), kernel, workers.count(), terminal)) {
            Dataset dataset = shapes.dataset();
            var writing = new ModelPredictions(terminal, kernel, generation, dataset, wanted, limit());
            if (writing.samples() == 0) {
                throw CommandFailure.usage(data + " has no sample of the split " + wanted.text() + ".");
            }
            Map<String, Map<String, Prediction>> predictions = new LinkedHashMap<>();
            for (Contestant contestant : contestants) {
                predictions.put(contestant.name(), writing.of(contestant, loader));
                files.write(contestant, predictions.get(contestant.name()).values());
            }
            List<BenchmarkReport.Sample> scored =
                    score(dataset, wanted, new SampleScorer(contest, kernel), predictions);
            BenchmarkReport report = report(dataset, wanted, contest, contestants, scored);
            new BenchmarkPrinter(terminal, options.json())
                    .print(report, files.write(report).toString());
            return shapes.whole() && allTruthsMeasured(scored) ? ExitCode.SUCCESS : ExitCode.PARTIAL;
        }
    }

    private List<BenchmarkReport.Sample> score(
            Dataset dataset, Split wanted, SampleScorer scorer, Map<String, Map<String, Prediction>> predictions)
            throws InterruptedException {
        BenchmarkPrinter printer = new BenchmarkPrinter(terminal, options.json());
        List<BenchmarkReport.Sample> scored = new ArrayList<>();
        int total = Math.min(limit(), dataset.manifest().count(wanted));
        try (ProgressBar bar = new ProgressBar(terminal, "score")) {
            Scoring scoring = new Scoring(scorer, predictions, workers.count(), sample -> {
                printer.print(sample);
                scored.add(sample);
                bar.update(scored.size(), total, "");
            });
            scoring.run(dataset, wanted, limit());
        }
        return scored;
    }

    private BenchmarkReport report(
            Dataset dataset,
            Split wanted,
            Contest contest,
            List<Contestant> contestants,
            List<BenchmarkReport.Sample> scored)
            throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Data", data.toString());
        facts.put("Manifest", dataset.sha256());
        facts.put("Split", wanted.text());
        facts.put("Samples", Integer.toString(scored.size()));
        facts.put("Programs", generation.description());
        facts.put("Seed", Long.toString(generation.seed()));
        List<BenchmarkReport.LossCurve> curves = new ArrayList<>();
        for (Contestant contestant : contestants) {
            Path history = contestant.folder().resolve("history.jsonl");
            if (Files.isRegularFile(history)) {
                curves.addAll(LossHistory.curves(contestant.name(), Files.newInputStream(history)));
            }
        }
        return new BenchmarkReport(
                "Benchmark on " + data.toAbsolutePath().normalize().getFileName(),
                Clock.systemUTC().instant(),
                facts,
                contest.protocols(),
                contest.models(),
                scored,
                curves);
    }

    private Contest contest(List<Contestant> contestants) {
        Map<String, String> entries = new LinkedHashMap<>();
        contestants.forEach(
                contestant -> entries.put(contestant.name(), contestant.folder() + ", " + generation.description()));
        try {
            return new Contest(entries, true, Contest.protocols(protocols, generation.seed()));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("There is no such benchmark: " + e.getMessage() + ".");
        }
    }

    /** Predictions may fail: that is what is measured. A truth that cannot be measured is an input at fault. */
    private static boolean allTruthsMeasured(List<BenchmarkReport.Sample> scored) {
        return scored.stream()
                .flatMap(sample -> sample.predictions().stream())
                .flatMap(prediction -> prediction.scores().stream())
                .noneMatch(score -> score.verdict() == Score.Verdict.EXCLUDED);
    }

    private Split split() {
        try {
            return Split.of(split);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--split is train, validation or test, not " + split + ".");
        }
    }

    private int limit() {
        if (limit != null && limit < 1) {
            throw CommandFailure.usage("--num-samples is at least 1, not " + limit + ".");
        }
        return limit == null ? Integer.MAX_VALUE : limit;
    }
}
