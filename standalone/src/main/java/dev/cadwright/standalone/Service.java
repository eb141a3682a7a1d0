package dev.cadwright.standalone;

import java.nio.file.Path;
import java.util.Locale;

/** The services of the suite, in the order in which they start. */
public enum Service {
    GATEWAY,
    DATASET,
    RENDER,
    TRAINING,
    INFERENCE,
    BENCHMARK;

    /** For example {@code gateway}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the build leaves the service, below the root of the project. */
    Path application(Path root) {
        return root.resolve(word() + "-service/target/quarkus-app");
    }

    /** The setting that moves its port, for example {@code CADWRIGHT_GATEWAY_PORT}. */
    String portVariable() {
        return "CADWRIGHT_" + name() + "_PORT";
    }
}
