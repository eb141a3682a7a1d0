package dev.cadwright.cli.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.kernel.program.ProgramPool;
import dev.cadwright.metrics.MetricSummary;
import dev.cadwright.metrics.Protocol;
import dev.cadwright.metrics.ProtocolDefinition;
import dev.cadwright.metrics.ProtocolSummary;
import dev.cadwright.metrics.Protocols;
import dev.cadwright.metrics.Score;
import dev.cadwright.metrics.Shape;
import dev.cadwright.metrics.Summaries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores predictions against the truth. */
@Command(
        name = "score",
        description = {
            "Scores a prediction against the truth, or a folder of them against a folder, matched by file name.",
            "A truth without a prediction counts as a failure; failures count in every mean that they have a value for."
        },
        footer = {
            "",
            "Examples:",
            "  ./cadwright score prediction.step truth.step --protocol strict-v1,cadrille-2025",
            "  ./cadwright score predictions truths --json > scores.jsonl",
            "  ./cadwright score a.npy b.npy --protocol points --tau 0.02"
        })
public final class ScoreCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private JsonOption options;

    @Parameters(index = "0", paramLabel = "PRED", description = "A file or a folder.")
    private Path prediction;

    @Parameters(index = "1", paramLabel = "TRUTH", description = "A file or a folder.")
    private Path truth;

    @Option(
            names = "--protocol",
            split = ",",
            paramLabel = "NAME",
            description = "strict-v1, cadrille-2025, points, overlap (default: points for .npy, else strict-v1).")
    private List<String> protocolNames = List.of();

    @Option(names = "--seed", defaultValue = "0", description = "Of the points drawn (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--tau", description = "Distance under which a point counts as found.")
    private Double tau;

    @Mixin
    private KernelSettings kernelSettings;

    private int failures;

    public ScoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<ScoredPair> pairs = ScoredPair.match(prediction, truth);
        List<ProtocolDefinition> definitions = definitions(pairs.getFirst());
        int threads = Math.min(kernelSettings.workers(), pairs.size());
        Map<String, List<Score>> scores = new LinkedHashMap<>();
        try (ProgramPool programs = kernelSettings.open(threads);
                ProgressBar bar = new ProgressBar(terminal, "score")) {
            ShapeReader reader = new ShapeReader(programs, definitions);
            List<Protocol> protocols = definitions.stream()
                    .map(definition -> Protocols.of(definition, programs::kernel))
                    .toList();
            int[] done = {0};
            OrderedWork.run(pairs, threads, pair -> score(pair, reader, protocols), results -> {
                for (Score score : results) {
                    scores.computeIfAbsent(score.protocol(), name -> new ArrayList<>())
                            .add(score);
                    print(score);
                }
                if (pairs.size() > 1) {
                    bar.update(++done[0], pairs.size(), "");
                }
            });
        }
        if (Files.isDirectory(truth)) {
            definitions.forEach(definition -> print(Summaries.of(definition, scores.get(definition.name()))));
        }
        return failures == 0 ? ExitCode.SUCCESS : ExitCode.PARTIAL;
    }

    private static List<Score> score(ScoredPair pair, ShapeReader reader, List<Protocol> protocols) {
        Shape predicted = pair.prediction()
                .map(reader::read)
                .orElseGet(() -> Shape.absent("missing", "there is no prediction of this name"));
        Shape wanted = reader.read(pair.truth());
        return protocols.stream()
                .map(protocol -> protocol.score(pair.name(), predicted, wanted))
                .toList();
    }

    private List<ProtocolDefinition> definitions(ScoredPair first) {
        boolean clouds = InputOptions.ending(first.truth()).equals(".npy");
        List<String> names =
                protocolNames.isEmpty() ? List.of(clouds ? Protocols.POINTS : Protocols.STRICT) : protocolNames;
        try {
            return names.stream()
                    .map(name -> ProtocolDefinition.of(name).withSeed(seed))
                    .map(definition -> tau == null ? definition : definition.withTau(tau))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage() + ".");
        }
    }

    private void print(Score score) {
        failures += score.verdict() == Score.Verdict.MEASURED ? 0 : 1;
        if (options.json()) {
            terminal.json(score);
            return;
        }
        String metrics = score.metrics().entrySet().stream()
                .map(metric -> String.format(Locale.ROOT, "%s %.6g", metric.getKey(), metric.getValue()))
                .collect(Collectors.joining("  "));
        String why = score.verdict() == Score.Verdict.MEASURED ? "" : score.category() + ": " + score.reason() + "  ";
        terminal.out().printf("%s  %s  %s%s%n", score.name(), score.protocol(), why, metrics);
    }

    private void print(ProtocolSummary summary) {
        if (options.json()) {
            terminal.json(new SummaryRecord(summary));
            return;
        }
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%n%s, version %d, seed %d: %d samples, %.1f %% valid, failures %s%n",
                        summary.protocol(),
                        summary.version(),
                        summary.seed(),
                        summary.samples(),
                        100 * summary.validity(),
                        summary.failures());
        for (Map.Entry<String, MetricSummary> metric : summary.metrics().entrySet()) {
            MetricSummary value = metric.getValue();
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "  %-24s mean %.6g [%.6g, %.6g]  median %.6g%n",
                            metric.getKey(),
                            value.mean(),
                            value.meanLow(),
                            value.meanHigh(),
                            value.median());
        }
    }

    /** The last line of a folder. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SummaryRecord(ProtocolSummary summary) {}
}
