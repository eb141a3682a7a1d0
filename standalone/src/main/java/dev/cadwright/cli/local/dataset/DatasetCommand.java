package dev.cadwright.cli.local.dataset;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.folder.DatasetFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The data pipeline on a folder: shapes to samples, conversations, checks, counts and exports. */
@Command(
        name = "dataset",
        description = "Works with datasets in folders: builds them, checks them, makes training data of them.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  ./cadwright dataset create --train procedural:1000 --test samples/deepcad-step --out parts",
            "  ./cadwright dataset converse parts",
            "  ./cadwright dataset validate parts",
            "  ./cadwright dataset export parts --out parts-tinyllava"
        })
public final class DatasetCommand implements Runnable {
    private final Terminal terminal;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    public DatasetCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw CommandFailure.usage(
                "Say what to do with the dataset: create, points, converse, validate, report or export.");
    }

    @Command(
            description = {
                "Builds a dataset from folders and zips of CAD files and from the procedural generator, without duplicates.",
                "Started again with the same sources, it goes on where it was."
            },
            footer = {
                "",
                "Examples:",
                "  ./cadwright dataset create samples --out parts --shares 0.8,0.1,0.1 --seed 7",
                "  ./cadwright dataset create --train procedural:10000 --validation procedural:200:1 --out shapes --no-solids"
            })
    int create(@Mixin CreateOptions options, @Mixin JsonOption json) throws InterruptedException {
        return new DatasetCreation(terminal, json.json()).run(options);
    }

    @Command(
            description =
                    "Writes the conversations of the training and the validation split, with complete programs as answers.",
            footer = {"", "Example:", "  ./cadwright dataset converse parts --seed 7"})
    int converse(
            @Parameters(paramLabel = "DIR", description = "Folder of the dataset.") Path folder,
            @Option(names = "--seed", defaultValue = "0", description = "Chooses among the five prompts.") long seed,
            @Mixin JsonOption json)
            throws IOException {
        return new DatasetConversations(terminal, json.json()).run(DatasetFolder.open(folder), seed);
    }

    @Command(
            description = "Writes the points of each sample as .npy: float32, as models are given them.",
            footer = {"", "Example:", "  ./cadwright dataset points parts --split test --out clouds"})
    int points(
            @Parameters(paramLabel = "DIR", description = "Folder of the dataset.") Path folder,
            @Option(names = "--split", description = "train, validation or test (default: all).") String split,
            @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the files go.") Path out,
            @Option(names = "--overwrite", description = "Replace files that are there.") boolean overwrite,
            @Mixin JsonOption json) {
        return new DatasetPoints(terminal, json.json())
                .run(DatasetFolder.open(folder), Optional.ofNullable(split).map(DatasetCommand::split), out, overwrite);
    }

    @Command(
            description = "Reads everything again: digests, counts, and every file of every sample.",
            footer = {"", "Example:", "  ./cadwright dataset validate parts --json"})
    int validate(
            @Parameters(paramLabel = "DIR", description = "Folder of the dataset.") Path folder,
            @Mixin JsonOption json) {
        return new DatasetValidation(terminal, json.json()).run(DatasetFolder.open(folder));
    }

    @Command(
            description = "Counts what is in a dataset.",
            footer = {"", "Example:", "  ./cadwright dataset report parts"})
    int report(
            @Parameters(paramLabel = "DIR", description = "Folder of the dataset.") Path folder,
            @Mixin JsonOption json) {
        return new DatasetReport(terminal, json.json()).run(DatasetFolder.open(folder));
    }

    @Command(
            description =
                    "Writes the folder that TinyLLaVA fine-tuning on DeepCAD reads; the test split stays outside.",
            footer = {"", "Example:", "  ./cadwright dataset export parts --out parts-tinyllava"})
    int export(
            @Parameters(paramLabel = "DIR", description = "Folder of the dataset.") Path folder,
            @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write.")
                    Path out,
            @Option(names = "--overwrite", description = "Replace an export that is there.") boolean overwrite,
            @Mixin JsonOption json)
            throws IOException {
        return new DatasetExport(terminal, json.json()).run(DatasetFolder.open(folder), out, overwrite);
    }

    @Command(name = "import", hidden = true)
    int importing(@Parameters(arity = "0..*") List<String> ignored) {
        throw CommandFailure.usage("dataset import: not yet. DeepCAD JSON and STEP are read by dataset create.");
    }

    @Command(hidden = true)
    int index(@Parameters(arity = "0..*") List<String> ignored) {
        throw CommandFailure.usage("dataset index: not yet. dataset report counts what is there.");
    }

    @Command(hidden = true)
    int split(@Parameters(arity = "0..*") List<String> ignored) {
        throw CommandFailure.usage(
                "dataset split: not yet. Splits are chosen by dataset create: --shares, --train, --test.");
    }

    @Command(hidden = true)
    int render(@Parameters(arity = "0..*") List<String> ignored) {
        throw CommandFailure.usage(
                "dataset render: not yet. The suite renders datasets; ./cadwright render draws files.");
    }

    private static Split split(String text) {
        try {
            return Split.of(text);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--split is train, validation or test, not " + text + ".");
        }
    }
}
