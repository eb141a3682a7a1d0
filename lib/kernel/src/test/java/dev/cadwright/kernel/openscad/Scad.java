package dev.cadwright.kernel.openscad;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cadwright.kernel.Workers;
import dev.cadwright.kernel.mesh.MeshWorker;
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

    /** Files that ship with the tests. */
    static Path resources() {
        return Workers.root().resolve("lib/kernel/src/test/resources/openscad");
    }
}
