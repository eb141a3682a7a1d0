package dev.cadwright.cad.block;

import dev.cadwright.cad.block.OutlineEdge.Arc;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.util.List;

/**
 * Volume, area and bounds of blocks. Lines parallel to an axis meet the solid in exact chords; across the line
 * Gauss–Legendre quadrature runs between all coordinates where a cap, vertex or extreme of an arc lies. Straight-sided
 * rectilinear solids come out exact up to rounding, curved ones within about a thousandth.
 */
final class SolidMeasure {
    /** How far beside a face a line runs to tell the inside from the outside. */
    private static final double BESIDE = 1e-6;

    private static final int WALL_STEPS = 48;

    private final List<Prism> prisms;
    private final Chords chords;
    private final AxisSpans[] spans = new AxisSpans[3];
    private final AxisSpans.Nodes[] nodes = new AxisSpans.Nodes[3];

    SolidMeasure(List<Prism> prisms) {
        this.prisms = prisms;
        this.chords = new Chords(prisms);
        for (int axis = 0; axis < 3; axis++) {
            spans[axis] = AxisSpans.of(prisms, axis);
            nodes[axis] = spans[axis].nodes();
        }
    }

    /** The body's volume after each block. */
    double[] volumes() {
        int axis = 0;
        for (int candidate = 1; candidate < 3; candidate++) {
            if (nodes[candidate].count() > nodes[axis].count()) {
                axis = candidate;
            }
        }
        AxisSpans.Nodes rows = nodes[(axis + 1) % 3];
        AxisSpans.Nodes columns = nodes[(axis + 2) % 3];
        double[] volumes = new double[prisms.size()];
        for (int row = 0; row < rows.count(); row++) {
            for (int column = 0; column < columns.count(); column++) {
                double weight = rows.weights()[row] * columns.weights()[column];
                chords.addLengths(axis, rows.positions()[row], columns.positions()[column], weight, volumes);
            }
        }
        return volumes;
    }

    /** The area of the boundary. */
    double area() {
        double area = 0;
        for (int axis = 0; axis < 3; axis++) {
            for (double coordinate : spans[axis].coordinates()) {
                area += flatArea(axis, coordinate);
            }
        }
        for (int prism = 0; prism < prisms.size(); prism++) {
            for (OutlineEdge edge : prisms.get(prism).edges()) {
                if (edge instanceof Arc || !axisParallel(edge)) {
                    area += wallArea(prism, edge);
                }
            }
        }
        return area;
    }

    private static boolean axisParallel(OutlineEdge edge) {
        return edge.start().x() == edge.end().x()
                || edge.start().y() == edge.end().y();
    }

    /** The boundary in the plane where {@code axis} has one coordinate. */
    private double flatArea(int axis, double coordinate) {
        double below = coordinate - BESIDE;
        double above = coordinate + BESIDE;
        int next = (axis + 1) % 3;
        int last = (axis + 2) % 3;
        // Along the axis that changes most, across the other.
        boolean alongNext = nodes[next].count() >= nodes[last].count();
        AxisSpans.Nodes across = alongNext ? nodes[last] : nodes[next];
        double area = 0;
        for (int node = 0; node < across.count(); node++) {
            double position = across.positions()[node];
            Intervals boundary = alongNext
                    ? chords.between(next, position, below, position, above)
                    : chords.between(last, below, position, above, position);
            area += across.weights()[node] * boundary.length();
        }
        return area;
    }

    /** The boundary in a slanted or curved wall, but for what an earlier block's wall has counted. */
    private double wallArea(int index, OutlineEdge edge) {
        Prism prism = prisms.get(index);
        double length = 0;
        for (int step = 0; step < WALL_STEPS; step++) {
            double fraction = (step + 0.5) / WALL_STEPS;
            Vector2 point = edge.at(fraction);
            Vector2 normal = edge.normalAt(fraction);
            Vector2 inner = point.minus(normal.times(BESIDE));
            Vector2 outer = point.plus(normal.times(BESIDE));
            Intervals boundary = chords.between(prism.w(), inner.x(), inner.y(), outer.x(), outer.y());
            length += boundary.lengthWithin(prism.from(), prism.to());
            for (int earlier = 0; earlier < index; earlier++) {
                Prism other = prisms.get(earlier);
                if (other.w() == prism.w() && other.edges().stream().anyMatch(wall -> wall.passes(point, BESIDE))) {
                    length -= boundary.lengthWithin(
                            Math.max(prism.from(), other.from()), Math.min(prism.to(), other.to()));
                    break;
                }
            }
        }
        return Math.max(0, length * edge.length() / WALL_STEPS);
    }

    /** The smallest box around the body; of a sliver that only one side shows, a box without thickness. */
    Bounds bounds() {
        double[] low = new double[3];
        double[] high = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double first = extreme(axis, false);
            double last = extreme(axis, true);
            double seen = Double.isNaN(first) ? last : first;
            low[axis] = Double.isNaN(seen) ? 0 : Math.min(seen, Double.isNaN(last) ? seen : last);
            high[axis] = Double.isNaN(seen) ? 0 : Math.max(seen, Double.isNaN(last) ? seen : last);
        }
        return new Bounds(new Vector3(low[0], low[1], low[2]), new Vector3(high[0], high[1], high[2]));
    }

    /**
     * The outermost coordinate of the body: an end of a stretch, or found by halving within one that is cut into; not a
     * number where no stretch shows the body at its end or its middle.
     */
    private double extreme(int axis, boolean high) {
        AxisSpans all = spans[axis];
        for (int i = 0; i < all.count(); i++) {
            int span = high ? all.count() - 1 - i : i;
            double outer = high ? all.to(span) : all.from(span);
            double inner = high ? all.from(span) : all.to(span);
            if (meets(axis, outer + Math.copySign(BESIDE, inner - outer))) {
                return outer;
            }
            double middle = (outer + inner) / 2;
            if (meets(axis, middle)) {
                return halve(axis, middle, outer);
            }
        }
        return Double.NaN;
    }

    private double halve(int axis, double inside, double outside) {
        double within = inside;
        double beyond = outside;
        while (Math.abs(beyond - within) > BESIDE) {
            double middle = (within + beyond) / 2;
            if (meets(axis, middle)) {
                within = middle;
            } else {
                beyond = middle;
            }
        }
        return within;
    }

    /** Whether the plane where {@code axis} has this coordinate meets the body. */
    private boolean meets(int axis, double coordinate) {
        int next = (axis + 1) % 3;
        int last = (axis + 2) % 3;
        for (double position : nodes[last].positions()) {
            if (!chords.along(next, position, coordinate).isEmpty()) {
                return true;
            }
        }
        for (double position : nodes[next].positions()) {
            if (!chords.along(last, coordinate, position).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
