package dev.cadwright.geometry.format;

import dev.cadwright.geometry.Mesh;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One body of a file that holds several.
 *
 * @param name empty where it has none
 * @param colour empty for one of the palette
 * @param edges lines to draw along the body's edges, as indices of the mesh's vertices; none where they are not known
 */
public record Body(String name, Optional<Colour> colour, Mesh mesh, List<int[]> edges) {
    public Body {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(colour, "colour");
        Objects.requireNonNull(mesh, "mesh");
        edges = List.copyOf(edges);
        for (int[] edge : edges) {
            for (int index : edge) {
                Objects.checkIndex(index, mesh.vertexCount());
            }
        }
    }

    /** A nameless body without edges. */
    public static Body of(Mesh mesh) {
        return new Body("", Optional.empty(), mesh, List.of());
    }

    Colour shown(int index) {
        return colour.orElseGet(() -> Colour.ofPalette(index));
    }

    String label(int index) {
        return name.isEmpty() ? "body " + (index + 1) : name;
    }
}
