package dev.cadwright.metrics.overlap;

import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.EdgeTable;
import dev.cadwright.geometry.Mesh;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes a mesh apart into bodies: shells that belong together by shared edges, each with its cavities. */
final class BodySplitter {
    private static final double WELDING_TOLERANCE = 1e-9;

    private final Mesh mesh;
    private final int[] parents;

    private BodySplitter(Mesh mesh) {
        this.mesh = mesh;
        parents = new int[mesh.triangleCount()];
        for (int t = 0; t < parents.length; t++) {
            parents[t] = t;
        }
    }

    /** The bodies of a closed mesh, or nothing if it has holes. A mesh without volume has no body. */
    static Optional<List<Body>> split(Mesh mesh) {
        if (mesh.isEmpty()) {
            return Optional.of(List.of());
        }
        Mesh welded =
                withoutRepeats(mesh.welded(WELDING_TOLERANCE * mesh.bounds().longestSide()));
        if (!welded.isWatertight()) {
            return welded.isEmpty() ? Optional.of(List.of()) : Optional.empty();
        }
        List<Mesh> shells = new BodySplitter(welded).shells();
        return Optional.of(withCavities(shells));
    }

    /** Copies of a body at the same place become one: triangle by triangle, they cannot be told apart. */
    private static Mesh withoutRepeats(Mesh mesh) {
        Set<List<Integer>> seen = new HashSet<>();
        int[] kept = new int[mesh.triangles().length];
        int length = 0;
        for (int t = 0; t < mesh.triangleCount(); t++) {
            int a = mesh.corner(t, 0);
            int b = mesh.corner(t, 1);
            int c = mesh.corner(t, 2);
            int first = Math.min(a, Math.min(b, c));
            List<Integer> key = first == a ? List.of(a, b, c) : first == b ? List.of(b, c, a) : List.of(c, a, b);
            if (seen.add(key)) {
                kept[length++] = a;
                kept[length++] = b;
                kept[length++] = c;
            }
        }
        return new Mesh(mesh.vertices(), Arrays.copyOf(kept, length));
    }

    private List<Mesh> shells() {
        EdgeTable edges = EdgeTable.of(mesh);
        for (int edge = 0; edge < edges.size(); edge++) {
            // Where more than two triangles meet, bodies touch: their other edges tell what belongs together.
            if (edges.uses(edge) == 2) {
                join(edges.first(edge), edges.second(edge));
            }
        }
        List<Mesh> shells = pieces();
        if (shells.stream().allMatch(Mesh::isWatertight)) {
            return shells;
        }
        joinAtVertices();
        return pieces();
    }

    private void joinAtVertices() {
        int[] seen = new int[mesh.vertexCount()];
        Arrays.fill(seen, -1);
        for (int i = 0; i < mesh.triangles().length; i++) {
            int vertex = mesh.triangles()[i];
            if (seen[vertex] >= 0) {
                join(seen[vertex], i / 3);
            }
            seen[vertex] = i / 3;
        }
    }

    private void join(int first, int second) {
        parents[root(first)] = root(second);
    }

    private int root(int triangle) {
        int root = triangle;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    private List<Mesh> pieces() {
        int[] counts = new int[parents.length];
        for (int t = 0; t < parents.length; t++) {
            counts[root(t)]++;
        }
        int[][] triangles = new int[parents.length][];
        int[] filled = new int[parents.length];
        for (int t = 0; t < parents.length; t++) {
            int root = root(t);
            if (triangles[root] == null) {
                triangles[root] = new int[3 * counts[root]];
            }
            System.arraycopy(mesh.triangles(), 3 * t, triangles[root], 3 * filled[root]++, 3);
        }
        List<Mesh> pieces = new ArrayList<>();
        for (int[] piece : triangles) {
            if (piece != null) {
                pieces.add(new Mesh(mesh.vertices(), piece));
            }
        }
        return pieces;
    }

    /** A shell that faces inwards is a cavity of the smallest body around it, or a body turned inside out. */
    private static List<Body> withCavities(List<Mesh> shells) {
        List<Body> bodies = new ArrayList<>();
        List<Body> inward = new ArrayList<>();
        for (Mesh shell : shells) {
            Body body = Body.of(shell);
            if (body.volume() > 0) {
                bodies.add(body);
            } else if (body.volume() < 0) {
                inward.add(body);
            }
        }
        bodies.sort(Comparator.comparingDouble(Body::volume));
        for (Body cavity : inward) {
            Optional<Body> around =
                    bodies.stream().filter(body -> isInside(cavity, body)).findFirst();
            around.ifPresentOrElse(
                    body -> bodies.set(bodies.indexOf(body), Body.of(together(body.mesh(), cavity.mesh()))),
                    () -> bodies.add(Body.of(turnedRound(cavity.mesh()))));
        }
        return bodies;
    }

    private static boolean isInside(Body cavity, Body body) {
        Bounds inner = cavity.bounds();
        Mesh shell = cavity.mesh();
        if (-cavity.volume() > body.volume() || !body.bounds().union(inner).equals(body.bounds())) {
            return false;
        }
        var centre = shell.vertex(shell.corner(0, 0))
                .plus(shell.vertex(shell.corner(0, 1)))
                .plus(shell.vertex(shell.corner(0, 2)))
                .times(1 / 3.0);
        return body.contains(centre.x(), centre.y(), centre.z());
    }

    private static Mesh together(Mesh first, Mesh second) {
        int[] triangles = Arrays.copyOf(first.triangles(), first.triangles().length + second.triangles().length);
        System.arraycopy(second.triangles(), 0, triangles, first.triangles().length, second.triangles().length);
        return new Mesh(first.vertices(), triangles);
    }

    private static Mesh turnedRound(Mesh mesh) {
        int[] turned = mesh.triangles().clone();
        for (int i = 0; i < turned.length; i += 3) {
            turned[i] = mesh.triangles()[i + 1];
            turned[i + 1] = mesh.triangles()[i];
        }
        return new Mesh(mesh.vertices(), turned);
    }
}
