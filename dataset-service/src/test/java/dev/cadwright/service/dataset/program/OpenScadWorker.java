package dev.cadwright.service.dataset.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cadwright.kernel.mesh.MeshWorker;

/** What runs OpenSCAD programs, for tests. */
final class OpenScadWorker {
    private OpenScadWorker() {}

    /** Skips the test where it is not installed; in continuous integration it must be. */
    static void require() {
        boolean built = MeshWorker.isBuilt(MeshWorker.program());
        assertThat(built || !"true".equals(System.getenv("CI")))
                .as("continuous integration has the mesh worker")
                .isTrue();
        assumeTrue(built, "lib/kernel/mesh-worker/build.sh has not run");
    }
}
