package dev.cadwright.kernel.manifold;

import dev.cadwright.geometry.Mesh;
import java.util.Objects;

/**
 * A closed mesh that an operation made; empty where nothing is left.
 *
 * @param genus the number of handles, of one body; less one for each further body
 */
public record MeshResult(Mesh mesh, double volume, double area, int genus) {
    public MeshResult {
        Objects.requireNonNull(mesh, "mesh");
    }
}
