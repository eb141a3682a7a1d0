package dev.cadwright.kernel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real worker for tests, which are skipped where it has not been built. */
public final class Workers {
    private Workers() {}

    public static KernelOptions options() {
        Path executable = WorkerExecutable.resolve();
        assumeTrue(
                Files.isExecutable(executable),
                () -> "the kernel worker " + executable + " is not built: lib/kernel/worker/build.sh builds it");
        return KernelOptions.standard().withWorkers(2);
    }

    /** A way to the worker below the pool, with the operations that misbehave on demand. */
    static Dispatcher misbehaving(int workers) {
        return new Dispatcher(new Slots(options().withWorkers(workers).withTestOperations()));
    }

    /** The folder of sample data that does not ship; tests on it are skipped where it is absent. */
    public static Path shared() {
        String named = System.getenv("CADWRIGHT_SHARED");
        Path folder = named != null ? Path.of(named) : root().resolveSibling("shared");
        assumeTrue(
                Files.isDirectory(folder),
                () -> "the sample data " + folder + " is not there: CADWRIGHT_SHARED names its folder");
        return folder;
    }

    /** The root of the repository. */
    public static Path root() {
        return Path.of(System.getProperty("cadwright.root", "."))
                .toAbsolutePath()
                .normalize();
    }
}
