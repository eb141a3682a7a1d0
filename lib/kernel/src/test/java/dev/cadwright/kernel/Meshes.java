package dev.cadwright.kernel;

import dev.cadwright.geometry.Mesh;
import java.util.HashMap;
import java.util.Map;

/** What tests ask of meshes. */
final class Meshes {
    private Meshes() {}

    /** The volume enclosed, by the divergence theorem: negative where triangles face inwards. */
    static double volume(Mesh mesh) {
        double volume = 0;
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            volume += mesh.vertex(mesh.corner(triangle, 0))
                            .dot(mesh.vertex(mesh.corner(triangle, 1)).cross(mesh.vertex(mesh.corner(triangle, 2))))
                    / 6;
        }
        return volume;
    }

    /** Directed edges that are not met by as many the other way: none in a closed, evenly oriented mesh. */
    static long unpairedEdges(Mesh mesh) {
        Map<Long, Integer> balance = new HashMap<>();
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            for (int corner = 0; corner < 3; corner++) {
                long from = mesh.corner(triangle, corner);
                long to = mesh.corner(triangle, (corner + 1) % 3);
                balance.merge(from << 32 | to, 1, Integer::sum);
                balance.merge(to << 32 | from, -1, Integer::sum);
            }
        }
        return balance.values().stream().filter(count -> count > 0).count();
    }
}
