package dev.cadwright.cli.local.model;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.hub.HubSettings;
import dev.cadwright.hub.ModelAddress;
import dev.cadwright.hub.pull.PullRequest;
import dev.cadwright.hub.pull.Selection;
import dev.cadwright.hub.push.PushRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Models of a hub and in folders. */
@Command(
        name = "model",
        description = {
            "Pulls models from a hub, pushes them there, and says what a model is.",
            "Follows HF_ENDPOINT, HF_TOKEN, HF_HOME, HF_HUB_CACHE and HF_HUB_OFFLINE, and shares the cache of Python's tools."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  ./cadwright model pull Qwen/Qwen2.5-0.5B",
            "  ./cadwright model info Qwen/Qwen2.5-0.5B",
            "  HF_TOKEN=hf_… ./cadwright model push runs/parts/model my-organisation/parts"
        })
public final class ModelCommand implements Runnable {
    private final Terminal terminal;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    public ModelCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw CommandFailure.usage("Say what to do with the model: pull, push or info.");
    }

    @Command(
            description = {
                "Pulls a model into the cache and prints its folder. What is there already is not fetched again; started",
                "again after an interruption, it goes on where it was. Pickles are left out: weights are safetensors."
            },
            footer = {
                "",
                "Examples:",
                "  ./cadwright model pull Qwen/Qwen2.5-0.5B@main",
                "  ./cadwright model pull google/gemma-3-270m --include '*.json' --include 'tokenizer*'"
            })
    int pull(
            @Parameters(paramLabel = "REPO[@REVISION]", description = "The model, and its branch, tag or commit.")
                    String model,
            @Option(
                            names = "--include",
                            paramLabel = "PATTERN",
                            description = "Take files whose names fit, instead of the usual ones. May be repeated.")
                    List<String> include,
            @Option(
                            names = "--exclude",
                            paramLabel = "PATTERN",
                            description = "Leave out files whose names fit. May be repeated.")
                    List<String> exclude,
            @Option(names = "--verify", description = "Read again what is in the cache, and check it.") boolean verify,
            @Mixin JsonOption json)
            throws InterruptedException {
        Selection selection = new Selection(orNone(include), orNone(exclude));
        return new PullRun(terminal, json.json(), HubSettings.of(terminal.environment()))
                .run(new PullRequest(ModelAddress.parse(model), selection, verify));
    }

    @Command(
            description = {
                "Pushes the files of a folder in one commit; a repository that does not exist is made.",
                "What the hub has already is not sent again. Takes a token that may write, in HF_TOKEN."
            },
            footer = {"", "Example:", "  ./cadwright model push runs/parts/model my-organisation/parts --private"})
    int push(
            @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the model.") Path folder,
            @Parameters(index = "1", paramLabel = "REPO[@BRANCH]", description = "Where to.") String model,
            @Option(
                            names = "--message",
                            paramLabel = "TEXT",
                            defaultValue = "Upload the model",
                            description = "Of the commit.")
                    String message,
            @Option(names = "--private", description = "Make a new repository private.") boolean isPrivate,
            @Mixin JsonOption json)
            throws InterruptedException {
        return new PushRun(terminal, json.json(), HubSettings.of(terminal.environment()))
                .run(new PushRequest(folder, ModelAddress.parse(model), message, isPrivate));
    }

    @Command(
            description = {
                "Says what a model is: family, parameters, types, size, licence. Loads nothing.",
                "A model that is neither a folder nor in the cache is looked up at the hub."
            },
            footer = {
                "",
                "Examples:",
                "  ./cadwright model info models/cadwright-nano",
                "  ./cadwright model info gpt2 --json"
            })
    int info(
            @Parameters(paramLabel = "DIR|REPO[@REVISION]", description = "A folder, or a model of the hub.")
                    String model,
            @Mixin JsonOption json)
            throws InterruptedException {
        return new InfoRun(terminal, json.json(), HubSettings.of(terminal.environment())).run(model);
    }

    private static List<String> orNone(List<String> patterns) {
        return Objects.requireNonNullElse(patterns, List.of());
    }
}
