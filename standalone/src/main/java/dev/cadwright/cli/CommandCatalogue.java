package dev.cadwright.cli;

import dev.cadwright.cli.demo.DemoCommand;
import dev.cadwright.cli.gateway.EventsCommand;
import dev.cadwright.cli.gateway.JobsCommand;
import dev.cadwright.cli.local.CheckCommand;
import dev.cadwright.cli.local.ConvertCommand;
import dev.cadwright.cli.local.GrammarCommand;
import dev.cadwright.cli.local.LogitsCommand;
import dev.cadwright.cli.local.PointsCommand;
import dev.cadwright.cli.local.RenderCommand;
import dev.cadwright.cli.local.RunCommand;
import dev.cadwright.cli.local.ScoreCommand;
import dev.cadwright.cli.local.TrainCommand;
import dev.cadwright.cli.local.bench.BenchCommand;
import dev.cadwright.cli.local.benchmark.BenchmarkCommand;
import dev.cadwright.cli.local.dataset.DatasetCommand;
import dev.cadwright.cli.local.generate.GenerateCommand;
import dev.cadwright.cli.local.model.ModelCommand;
import dev.cadwright.cli.local.rewrite.MergeCommand;
import dev.cadwright.cli.local.rewrite.QuantizeCommand;
import dev.cadwright.cli.local.tokenizer.TokenizerCommand;
import dev.cadwright.cli.suite.DoctorCommand;
import dev.cadwright.cli.suite.DownCommand;
import dev.cadwright.cli.suite.LogsCommand;
import dev.cadwright.cli.suite.SetupCommand;
import dev.cadwright.cli.suite.StatusCommand;
import dev.cadwright.cli.suite.TestCommand;
import dev.cadwright.cli.suite.UpCommand;
import dev.cadwright.cli.terminal.Terminal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All commands: what the overview says about each, and how it is made. To add one, add it to both. */
final class CommandCatalogue {
    /** The headings of the overview, in its order. */
    enum Group {
        LOCAL("Local work, no services needed"),
        SUITE("The suite"),
        CARE("Installation");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** One line of the overview. */
    record Entry(String name, Group group, String summary) {}

    static final List<Entry> ENTRIES = List.of(
            new Entry("run", Group.LOCAL, "execute programs and STEP files, and measure the solids"),
            new Entry("check", Group.LOCAL, "say what is wrong with programs, and where, without executing them"),
            new Entry("convert", Group.LOCAL, "print programs in another language"),
            new Entry("grammar", Group.LOCAL, "print the grammar of a language, for constrained decoding"),
            new Entry("render", Group.LOCAL, "draw pictures of shapes"),
            new Entry("points", Group.LOCAL, "sample point clouds from shapes"),
            new Entry("score", Group.LOCAL, "score predictions against the truth"),
            new Entry("logits", Group.LOCAL, "run a model once over ready tensors"),
            new Entry("train", Group.LOCAL, "run one training on this machine"),
            new Entry("dataset", Group.LOCAL, "build, check, converse and export datasets in folders"),
            new Entry("generate", Group.LOCAL, "write programs for shapes and point clouds with a trained model"),
            new Entry("merge", Group.LOCAL, "add an adapter to the weights of its model"),
            new Entry("quantize", Group.LOCAL, "make a model's weights eight or four bits wide"),
            new Entry("model", Group.LOCAL, "pull models from a hub, push them, and say what they are"),
            new Entry("tokenizer", Group.LOCAL, "train tokenizers, and turn texts into tokens and back"),
            new Entry("benchmark", Group.LOCAL, "let models write, execute and score what they wrote, and report"),
            new Entry("bench", Group.LOCAL, "measure the speed of this installation, beside the usual tools"),
            new Entry("demo", Group.SUITE, "take real parts through the whole suite to a trained, measured model"),
            new Entry("up", Group.SUITE, "start PostgreSQL, Kafka and the services in the background"),
            new Entry("down", Group.SUITE, "stop them all"),
            new Entry("status", Group.SUITE, "state, port, uptime and memory of each process"),
            new Entry("logs", Group.SUITE, "print or follow the logs"),
            new Entry("jobs", Group.SUITE, "submit, list, show, watch, cancel and retry jobs"),
            new Entry("events", Group.SUITE, "follow the events of jobs"),
            new Entry("setup", Group.CARE, "install and build what is missing or has changed"),
            new Entry("doctor", Group.CARE, "say what is there, what is not, and what to do"),
            new Entry("test", Group.CARE, "check the formatting, build, and run all tests"));

    private CommandCatalogue() {}

    static Optional<Entry> find(String name) {
        return ENTRIES.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** The object that picocli fills and calls. A switch, so that only the class of this one command is loaded. */
    static Object create(String name, Terminal terminal) {
        return switch (name) {
            case "run" -> new RunCommand(terminal);
            case "check" -> new CheckCommand(terminal);
            case "convert" -> new ConvertCommand(terminal);
            case "grammar" -> new GrammarCommand(terminal);
            case "render" -> new RenderCommand(terminal);
            case "points" -> new PointsCommand(terminal);
            case "score" -> new ScoreCommand(terminal);
            case "logits" -> new LogitsCommand(terminal);
            case "merge" -> new MergeCommand(terminal);
            case "quantize" -> new QuantizeCommand(terminal);
            case "train" -> new TrainCommand(terminal);
            case "dataset" -> new DatasetCommand(terminal);
            case "generate" -> new GenerateCommand(terminal);
            case "model" -> new ModelCommand(terminal);
            case "tokenizer" -> new TokenizerCommand(terminal);
            case "benchmark" -> new BenchmarkCommand(terminal);
            case "bench" -> new BenchCommand(terminal);
            case "demo" -> new DemoCommand(terminal);
            case "up" -> new UpCommand(terminal);
            case "down" -> new DownCommand(terminal);
            case "status" -> new StatusCommand(terminal);
            case "logs" -> new LogsCommand(terminal);
            case "jobs" -> new JobsCommand(terminal);
            case "events" -> new EventsCommand(terminal);
            case "setup" -> new SetupCommand(terminal);
            case "doctor" -> new DoctorCommand(terminal);
            case "test" -> new TestCommand(terminal);
            default -> throw new IllegalArgumentException("no such command: " + name);
        };
    }

    /** The command that was most likely meant. */
    static Optional<String> nearest(String name) {
        return ENTRIES.stream()
                .map(Entry::name)
                .filter(candidate -> distance(name, candidate) <= Math.max(1, candidate.length() / 3))
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
    }

    /** Levenshtein distance, by rows. */
    private static int distance(String first, String second) {
        int[] row = new int[second.length() + 1];
        for (int column = 0; column <= second.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= first.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= second.length(); column++) {
                int substitution = diagonal + (first.charAt(line - 1) == second.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(substitution, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[second.length()];
    }
}
