package dev.cadwright.cli.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cadwright.cli.local.model.ModelFolders;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.process.ChildOptions;
import dev.cadwright.neural.process.CpuProbe;
import dev.cadwright.neural.process.CpuVerdict;
import dev.cadwright.neural.train.TrainingEvent;
import dev.cadwright.neural.train.TrainingOutcome;
import dev.cadwright.neural.train.TrainingProcess;
import dev.cadwright.standalone.SuiteSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs one training on this machine. */
@Command(
        name = "train",
        description = {
            "Runs one training on this machine, in a process of its own. Started again with the same folder, it goes on",
            "from the last complete checkpoint; Ctrl-C saves one first."
        },
        footer = {
            "",
            "Examples:",
            "  ./cadwright train --config models/cadwright-nano/train.yaml --out runs/nano",
            "  ./cadwright train --config my.yaml --set training.learning_rate=0.0003 --set seed=7 --out runs/second"
        })
public final class TrainCommand implements Callable<Integer> {
    private static final long STOP_SECONDS = 60;

    private final Terminal terminal;

    @Mixin
    private JsonOption options;

    @Option(names = "--config", required = true, paramLabel = "F.yaml", description = "What to train, on what, how.")
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replaces one value of the configuration; dots part the sections.")
    private List<String> settings = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the run (default: runs/ and the configuration's name).")
    private Path out;

    public TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The last line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RunRecord(String run, String checkpoint, String best, long step, String reason) {}

    /** A line a logged step. */
    record StepRecord(
            long step,
            double epoch,
            double loss,
            @JsonProperty("grad_norm") double gradientNorm,
            double lr,
            long tokens,
            @JsonProperty("tokens_per_second") double tokensPerSecond) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path run = out == null ? Path.of("runs", stem()) : out;
        Files.createDirectories(run);
        Path effective = TrainingSettings.merge(config, settings, run.resolve("train.yaml"), this::model);
        try (TrainingProcess process = start(effective, run);
                ProgressBar bar = new ProgressBar(terminal, "train")) {
            Thread saveFirst = new Thread(() -> saveAndStop(process), "train-stop");
            Runtime.getRuntime().addShutdownHook(saveFirst);
            TrainingOutcome outcome = process.follow(event -> show(event, bar));
            if (Runtime.getRuntime().removeShutdownHook(saveFirst)) {
                return end(outcome);
            }
            return ExitCode.PARTIAL;
        }
    }

    /** A model that came with this installation, or one of a hub. */
    private Optional<Path> model(String name) throws InterruptedException {
        ModelFolders folders = new ModelFolders(terminal);
        Optional<Path> local = folders.local(name);
        return local.isPresent() ? local : folders.ofHub(name);
    }

    private TrainingProcess start(Path effective, Path run) throws InterruptedException {
        Path home = SuiteSettings.of(terminal.environment(), terminal.root())
                .files()
                .home();
        try {
            ChildOptions child = ChildOptions.defaults();
            CpuVerdict verdict = CpuProbe.verdict(child, home.resolve("cpu.json"));
            ChildOptions suited = child.withEnvironment(verdict.environment())
                    .with(
                            TrainingProcess.PRECISION_VARIABLE,
                            verdict.fastest().name().toLowerCase(Locale.ROOT));
            return TrainingProcess.start(suited, effective.toAbsolutePath(), run.toAbsolutePath());
        } catch (NeuralException e) {
            throw CommandFailure.unavailable(e.getMessage());
        }
    }

    private static void saveAndStop(TrainingProcess process) {
        process.stop();
        try {
            process.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(TrainingEvent event, ProgressBar bar) {
        switch (event) {
            case TrainingEvent.Started started ->
                terminal.err()
                        .printf(
                                Locale.ROOT,
                                "%d parameters, %d to train, %s, %s%n",
                                started.parameters(),
                                started.trainable(),
                                started.precision(),
                                started.resumed_from() == 0
                                        ? "from the start"
                                        : "going on after step " + started.resumed_from());
            case TrainingEvent.Prepared prepared ->
                terminal.err()
                        .printf(
                                Locale.ROOT,
                                "%d samples in %d rows, %d tokens, %d of them learnt; %d cut, %d left out%n",
                                prepared.samples(),
                                prepared.rows(),
                                prepared.tokens(),
                                prepared.learnt(),
                                prepared.truncated(),
                                prepared.dropped());
            case TrainingEvent.Step step -> {
                bar.update(step.step(), step.steps(), String.format(Locale.ROOT, "loss %.4f", step.loss()));
                print(step);
            }
            case TrainingEvent.Evaluated evaluated ->
                terminal.err()
                        .printf(
                                Locale.ROOT,
                                "%nvalidation loss %.4f after step %d%s%n",
                                evaluated.loss(),
                                evaluated.step(),
                                evaluated.best() ? ", the best so far" : "");
            case TrainingEvent.Checkpointed checkpoint -> {}
            case TrainingEvent.Finished finished -> {}
            case TrainingEvent.Failed failed -> {}
        }
    }

    private void print(TrainingEvent.Step step) {
        if (options.json()) {
            terminal.json(new StepRecord(
                    step.step(),
                    step.epoch(),
                    step.loss(),
                    step.grad_norm(),
                    step.lr(),
                    step.tokens(),
                    step.tokens_per_second()));
        }
    }

    private int end(TrainingOutcome outcome) {
        return switch (outcome) {
            case TrainingOutcome.Finished(TrainingEvent.Finished event) -> {
                if (options.json()) {
                    terminal.json(
                            new RunRecord(event.run(), event.checkpoint(), event.best(), event.step(), event.reason()));
                } else {
                    terminal.out().printf("run         %s%n", event.run());
                    terminal.out().printf("checkpoint  %s%n", event.checkpoint());
                    terminal.out().printf("best        %s%n", event.best());
                }
                yield ExitCode.SUCCESS;
            }
            case TrainingOutcome.Failed failed ->
                throw CommandFailure.usage(failed.message() + " [" + failed.code() + "]");
            case TrainingOutcome.Died died ->
                throw CommandFailure.unavailable(
                        "The training process ended by %s (%d). Run the command again to go on.%n%s"
                                .formatted(died.signal(), died.exit(), died.log()));
        };
    }

    private String stem() {
        String name = String.valueOf(config.getFileName());
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }
}
