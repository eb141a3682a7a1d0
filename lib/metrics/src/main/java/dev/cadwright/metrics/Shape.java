package dev.cadwright.metrics;

import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.kernel.Source;
import java.util.List;
import java.util.Optional;

/** A prediction or a truth, ready to be measured by any protocol. */
public sealed interface Shape {
    /** A shape that there is nothing to measure of is its own outcome, never an exception. */
    static Shape absent(String category, String reason) {
        return new Unusable(category, reason);
    }

    /** Triangles as they are. */
    static Shape of(Mesh mesh) {
        return new Usable(Optional.empty(), Optional.of(mesh), Optional.empty(), List.of());
    }

    /** Points as they are. */
    static Shape of(PointCloud cloud) {
        return new Usable(Optional.empty(), Optional.empty(), Optional.of(cloud), List.of());
    }

    /**
     * Something to measure.
     *
     * @param exact the solid itself, where there is one
     * @param mesh its triangles
     * @param cloud its points, where the shape came as points
     * @param defects what the kernel found wrong with the solid; none where it is valid
     */
    record Usable(Optional<Source> exact, Optional<Mesh> mesh, Optional<PointCloud> cloud, List<String> defects)
            implements Shape {
        public Usable {
            defects = List.copyOf(defects);
        }
    }

    /**
     * Nothing to measure.
     *
     * @param category the category of the execution, such as {@code syntax}, or {@code missing}
     * @param reason one sentence for people
     */
    record Unusable(String category, String reason) implements Shape {}
}
