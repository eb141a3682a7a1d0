package dev.cadwright.cli.local.generate;

import dev.cadwright.cli.local.model.ModelFolders;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.completion.CompletionProcess;
import dev.cadwright.neural.completion.ModelSource;
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

    private static final String CONFIGURATION = "config.json";

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
        Path folder = new ModelFolders(terminal).local(name).orElseThrow(() -> missing(name));
        if (!isBuiltInFamily(folder)) {
            throw CommandFailure.usage("%s is a model of the family \"%s\": not yet; here it must be of %s."
                    .formatted(name, family(folder), NanoConfiguration.MODEL_TYPE));
        }
        return folder;
    }

    /**
     * The folder of a model of any family.
     *
     * @param name of a folder, of a model that came with this installation, or of one of a hub, which is pulled if it is
     *     not there
     * @throws CommandFailure if there is no such model
     */
    Path findAny(String name) throws InterruptedException {
        ModelFolders folders = new ModelFolders(terminal);
        Optional<Path> local = folders.local(name);
        return local.isPresent() ? local.get() : folders.ofHub(name).orElseThrow(() -> missing(name));
    }

    boolean isBuiltInFamily(Path folder) {
        return family(folder).equals(NanoConfiguration.MODEL_TYPE);
    }

    /** What an adapter's folder was made for, if it is one. */
    Optional<String> baseOfAdapter(Path folder) {
        boolean adapter = Files.isRegularFile(folder.resolve("adapter_config.json"))
                && !Files.isRegularFile(folder.resolve(CONFIGURATION));
        return adapter
                ? Optional.of(text(folder.resolve("adapter_config.json"), "base_model_name_or_path"))
                : Optional.empty();
    }

    private String family(Path folder) {
        Path configuration = folder.resolve(CONFIGURATION);
        if (!Files.isRegularFile(configuration)) {
            throw missing(folder.toString());
        }
        return text(configuration, "model_type");
    }

    private String text(Path file, String key) {
        try {
            return terminal.mapper().readTree(file.toFile()).path(key).asText();
        } catch (IOException e) {
            throw CommandFailure.usage(file + " does not read: " + e.getMessage());
        }
    }

    private static CommandFailure missing(String name) {
        return CommandFailure.usage(
                name + " is no model: there is no " + Path.of(name).resolve(CONFIGURATION)
                        + ". A model is a folder of Hugging Face or as ./cadwright train writes it, a hub's organisation/model, "
                        + "or " + BUILT_IN + ".");
    }

    /** @throws NeuralException if the model does not load */
    CompletionProcess write(ModelSource source) throws InterruptedException {
        ChildOptions child = ChildOptions.defaults();
        return CompletionProcess.start(child.withEnvironment(verdict(child).environment()), source);
    }

    private CpuVerdict verdict(ChildOptions child) throws InterruptedException {
        Path home = SuiteSettings.of(terminal.environment(), terminal.root())
                .files()
                .home();
        return CpuProbe.verdict(child, home.resolve("cpu.json"));
    }

    /** @throws CommandFailure if the model does not load */
    public GenerationProcess start(Path model, Optional<Path> adapter) throws InterruptedException {
        try {
            ChildOptions child = ChildOptions.defaults();
            return GenerationProcess.start(
                    child.withEnvironment(verdict(child).environment()),
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
