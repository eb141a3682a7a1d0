package dev.cadwright.cli.local.generate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.generate.GenerationProcess;
import dev.cadwright.neural.nano.NanoConfiguration;
import dev.cadwright.neural.process.ChildOptions;
import dev.cadwright.neural.process.CpuProbe;
import dev.cadwright.neural.process.CpuVerdict;
import dev.cadwright.standalone.SuiteSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds models and loads them, each in a process of its own. */
public final class ModelLoader {
    public static final String BUILT_IN = "cadwright-nano";

    private final Terminal terminal;

    public ModelLoader(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * The folder of a model.
     *
     * @param name of a folder, or of a model that came with this installation
     * @throws CommandFailure if there is no such model, or it is of a family that this version does not know
     */
    public Path find(String name) {
        Path builtIn = Path.of(terminal.environment()
                        .getOrDefault(
                                "CADWRIGHT_MODELS",
                                terminal.root().resolve("models").toString()))
                .resolve(name);
        Path folder = Files.isDirectory(Path.of(name)) ? Path.of(name) : builtIn;
        Path configuration = folder.resolve("config.json");
        if (!Files.isRegularFile(configuration)) {
            throw CommandFailure.usage(name + " is no model: there is no " + configuration
                    + ". A model is a folder as ./cadwright train writes it, or " + BUILT_IN + ".");
        }
        requireKnown(name, configuration);
        return folder;
    }

    private void requireKnown(String name, Path configuration) {
        try {
            JsonNode type = terminal.mapper().readTree(configuration.toFile()).path("model_type");
            if (!type.asText().equals(NanoConfiguration.MODEL_TYPE)) {
                throw CommandFailure.usage(
                        "%s is a model of the family \"%s\": not yet; this version generates with %s."
                                .formatted(name, type.asText(), NanoConfiguration.MODEL_TYPE));
            }
        } catch (IOException e) {
            throw CommandFailure.usage(configuration + " does not read: " + e.getMessage());
        }
    }

    /** @throws CommandFailure if the model does not load */
    public GenerationProcess start(Path model, Optional<Path> adapter) throws InterruptedException {
        Path home = SuiteSettings.of(terminal.environment(), terminal.root())
                .files()
                .home();
        try {
            ChildOptions child = ChildOptions.defaults();
            CpuVerdict verdict = CpuProbe.verdict(child, home.resolve("cpu.json"));
            return GenerationProcess.start(
                    child.withEnvironment(verdict.environment()),
                    model.toAbsolutePath(),
                    adapter.map(Path::toAbsolutePath),
                    Runtime.getRuntime().availableProcessors());
        } catch (NeuralException e) {
            throw failure(e);
        }
    }

    /** What the process refuses is the model's fault or the request's; that it dies is not. */
    public static CommandFailure failure(NeuralException e) {
        return switch (e.code()) {
            case "generation_died", "broken_protocol", "no_native_library", "no_working_cpu", "cache_not_written" ->
                CommandFailure.unavailable(e.getMessage() + " [" + e.code() + "]");
            default -> CommandFailure.usage(e.getMessage() + " [" + e.code() + "]");
        };
    }
}
