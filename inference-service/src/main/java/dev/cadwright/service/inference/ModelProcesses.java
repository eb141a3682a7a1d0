package dev.cadwright.service.inference;

import dev.cadwright.neural.completion.CompletionProcess;
import dev.cadwright.neural.completion.ModelSource;
import dev.cadwright.neural.generate.GenerationProcess;
import dev.cadwright.neural.process.ChildOptions;
import dev.cadwright.neural.process.CpuProbe;
import dev.cadwright.neural.process.CpuVerdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts the processes that load models, in the way that suits this machine. */
@ApplicationScoped
class ModelProcesses {
    private final Path builtIn;
    private final Path home;
    private final int threads;

    ModelProcesses(
            @ConfigProperty(name = "cadwright.models") Path builtIn,
            @ConfigProperty(name = "cadwright.home") Path home,
            @ConfigProperty(name = "cadwright.inference.threads") int threads) {
        this.builtIn = builtIn;
        this.home = home;
        this.threads = threads;
    }

    /** The folder of the models that came with this installation. */
    Path builtIn() {
        return builtIn;
    }

    int threads() {
        return threads;
    }

    CompletionProcess write(ModelSource source) throws InterruptedException {
        ChildOptions options = ChildOptions.defaults();
        CpuVerdict verdict = CpuProbe.verdict(options, home.resolve("cpu.json"));
        return CompletionProcess.start(options.withEnvironment(verdict.environment()), source);
    }

    GenerationProcess start(Path model) throws InterruptedException {
        ChildOptions options = ChildOptions.defaults();
        CpuVerdict verdict = CpuProbe.verdict(options, home.resolve("cpu.json"));
        return GenerationProcess.start(options.withEnvironment(verdict.environment()), model, threads);
    }
}
