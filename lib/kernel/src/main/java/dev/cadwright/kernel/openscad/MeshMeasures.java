package dev.cadwright.kernel.openscad;

import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Mesh;
import java.util.Objects;

/**
 * A mesh and its measures.
 *
 * @param mesh triangles that share the corners of equal coordinates, counter-clockwise seen from outside
 * @param volume the enclosed volume; without meaning for a mesh that is not watertight
 * @param area the sum of the triangles' areas
 * @param components parts that no shared edge joins
 * @param watertight whether the mesh encloses a volume: see {@link Mesh#isWatertight()}
 */
public record MeshMeasures(Mesh mesh, double volume, double area, Bounds bounds, int components, boolean watertight) {
    public MeshMeasures {
        Objects.requireNonNull(mesh, "mesh");
        Objects.requireNonNull(bounds, "bounds");
    }

    /** @throws IllegalArgumentException if the mesh is empty */
    public static MeshMeasures of(Mesh mesh) {
        return new MeshMeasures(
                mesh,
                mesh.signedVolume(),
                mesh.area(),
                mesh.bounds(),
                EdgeSharing.components(mesh),
                mesh.isWatertight());
    }

    public int triangles() {
        return mesh.triangleCount();
    }
}
