package dev.cadwright.service.training;

import dev.cadwright.neural.process.ChildOptions;
import dev.cadwright.neural.process.CpuProbe;
import dev.cadwright.neural.process.CpuVerdict;
import dev.cadwright.neural.train.TrainingProcess;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts training processes in the way that suits this machine. */
@ApplicationScoped
class TrainingProcesses {
    private final Path builtIn;
    private final Path home;
    private final int threads;

    TrainingProcesses(
            @ConfigProperty(name = "cadwright.models") Path builtIn,
            @ConfigProperty(name = "cadwright.home") Path home,
            @ConfigProperty(name = "cadwright.training.threads") int threads) {
        this.builtIn = builtIn;
        this.home = home;
        this.threads = threads;
    }

    /** The folder of the models that came with this installation. */
    Path builtIn() {
        return builtIn;
    }

    /** Where the runs of all jobs are; replicas that may take over each other's jobs share it. */
    Path runs() {
        return home.resolve("training").resolve("runs").toAbsolutePath().normalize();
    }

    int threads() {
        return threads;
    }

    TrainingProcess start(Path configuration, Path run) throws InterruptedException {
        ChildOptions options = ChildOptions.defaults();
        CpuVerdict verdict = CpuProbe.verdict(options, home.resolve("cpu.json"));
        ChildOptions suited = options.withEnvironment(verdict.environment())
                .with(
                        TrainingProcess.PRECISION_VARIABLE,
                        verdict.fastest().name().toLowerCase(Locale.ROOT));
        return TrainingProcess.start(suited, configuration, run);
    }
}
