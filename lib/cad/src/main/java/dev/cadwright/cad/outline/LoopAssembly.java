package dev.cadwright.cad.outline;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Loop;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Orders and reverses curves into one closed chain, head to tail, with ends that meet exactly. Curves are the edges of a
 * graph whose vertices are the places where ends meet; the chain is an Eulerian circuit of it (Hierholzer, 1873), so
 * loops that touch themselves in a point assemble too. The first curve keeps its direction.
 */
public final class LoopAssembly {
    /** Ends that are nearer than this, relative to the size of the loop, are the same place. */
    private static final double TOLERANCE = 1e-6;

    private final List<Curve> edges = new ArrayList<>();
    private final List<Vector2> places = new ArrayList<>();
    private final List<Deque<Integer>> edgesAt = new ArrayList<>();
    private final List<int[]> ends = new ArrayList<>();
    private final double tolerance;

    private LoopAssembly(List<Curve> curves) {
        tolerance = TOLERANCE * size(curves);
        for (Curve curve : curves) {
            int from = place(Curves.start(curve));
            int to = place(Curves.end(curve));
            if (from != to) {
                add(curve, from, to);
            }
        }
    }

    /**
     * The loop that the curves make; empty when they do not close. A closed curve is a loop by itself. Curves that are too
     * short to have a direction are left out.
     */
    public static Optional<Loop> assemble(List<Curve> curves) {
        if (curves.size() == 1 && closesByItself(curves.getFirst())) {
            return Optional.of(new Loop(curves));
        }
        if (curves.stream().anyMatch(Curve::isClosed)) {
            return Optional.empty();
        }
        LoopAssembly assembly = new LoopAssembly(curves);
        boolean even = assembly.edgesAt.stream().allMatch(edges -> edges.size() % 2 == 0);
        return even && !assembly.edges.isEmpty() ? assembly.circuit() : Optional.empty();
    }

    private static boolean closesByItself(Curve curve) {
        return curve.isClosed()
                || (curve instanceof Curve.Spline && Curves.start(curve).equals(Curves.end(curve)));
    }

    private void add(Curve curve, int from, int to) {
        int edge = edges.size();
        edges.add(curve);
        ends.add(new int[] {from, to});
        edgesAt.get(from).add(edge);
        edgesAt.get(to).add(edge);
    }

    private int place(Vector2 point) {
        for (int known = 0; known < places.size(); known++) {
            Vector2 apart = places.get(known).minus(point);
            if (apart.dot(apart) <= tolerance * tolerance) {
                return known;
            }
        }
        places.add(point);
        edgesAt.add(new ArrayDeque<>());
        return places.size() - 1;
    }

    /** A step along an edge: from which of its two ends it left. */
    private record Step(int edge, boolean forward) {}

    private Optional<Loop> circuit() {
        boolean[] used = new boolean[edges.size()];
        Deque<Step> path = new ArrayDeque<>();
        List<Step> circuit = new ArrayList<>();
        int here = ends.getFirst()[0];
        while (true) {
            Deque<Integer> open = edgesAt.get(here);
            while (!open.isEmpty() && used[open.getFirst()]) {
                open.removeFirst();
            }
            if (!open.isEmpty()) {
                int edge = open.removeFirst();
                used[edge] = true;
                boolean forward = ends.get(edge)[0] == here;
                path.push(new Step(edge, forward));
                here = ends.get(edge)[forward ? 1 : 0];
            } else if (!path.isEmpty()) {
                Step step = path.pop();
                circuit.add(step);
                here = ends.get(step.edge())[step.forward() ? 0 : 1];
            } else {
                break;
            }
        }
        Collections.reverse(circuit);
        return circuit.size() == edges.size()
                ? Optional.of(new Loop(circuit.stream().map(this::curve).toList()))
                : Optional.empty();
    }

    private Curve curve(Step step) {
        Curve curve = edges.get(step.edge());
        int[] places = ends.get(step.edge());
        Curve snapped = Curves.between(curve, this.places.get(places[0]), this.places.get(places[1]));
        return step.forward() ? snapped : Curves.reversed(snapped);
    }

    private static double size(List<Curve> curves) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (Curve curve : curves) {
            for (Vector2 end : List.of(Curves.start(curve), Curves.end(curve))) {
                minX = Math.min(minX, end.x());
                minY = Math.min(minY, end.y());
                maxX = Math.max(maxX, end.x());
                maxY = Math.max(maxY, end.y());
            }
        }
        return Math.hypot(maxX - minX, maxY - minY);
    }
}
