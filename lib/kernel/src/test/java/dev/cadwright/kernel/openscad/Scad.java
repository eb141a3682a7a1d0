package dev.cadwright.kernel.openscad;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cadwright.kernel.mesh.MeshWorker;
import java.nio.file.Files;
import java.nio.file.Path;

/** The real workers for tests, which are skipped where they have not been built. */
final class Scad {
    private Scad() {}

    static ScadPool pool(int workers) {
        return new ScadPool(options().withWorkers(workers));
    }

    static ScadOptions options() {
        Path program = MeshWorker.program();
        assumeTrue(
                MeshWorker.isBuilt(program),
                () -> "the mesh worker is not built: " + program.resolveSibling("build.sh") + " builds it");
        return ScadOptions.standard();
    }

    /** The folder of sample data that does not ship; tests on it are skipped where it is absent. */
    static Path shared() {
        String named = System.getenv("CADWRIGHT_SHARED");
        Path folder = named != null ? Path.of(named) : root().resolveSibling("shared");
        assumeTrue(
                Files.isDirectory(folder),
                () -> "the sample data " + folder + " is not there: CADWRIGHT_SHARED names its folder");
        return folder;
    }

    static Path root() {
        return Path.of(System.getProperty("cadwright.root", "."))
                .toAbsolutePath()
                .normalize();
    }

    /** Files that ship with the tests. */
    static Path resources() {
        return root().resolve("lib/kernel/src/test/resources/openscad");
    }
}
