package dev.cadwright.cad.block;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.block.BlockLoop.Circle;
import dev.cadwright.cad.block.BlockLoop.Middle;
import dev.cadwright.cad.block.BlockLoop.Polygon;
import dev.cadwright.cad.block.BlockLoop.Rectangle;
import dev.cadwright.cad.block.BlockLoop.RoundedRectangle;
import dev.cadwright.cad.block.BlockLoop.Vertex;
import dev.cadwright.cad.block.OutlineEdge.Arc;
import dev.cadwright.cad.block.OutlineEdge.Straight;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rounds one loop of a sketch to the simplest block loop that it is. */
final class LoopReader {
    /** How far, in the program's units, rounding may move a point. */
    private static final double ROUNDING = 0.75;

    /** How near to whole numbers a point lies that was whole before frames and scales were applied. */
    private static final double WHOLE = 1e-6;

    private final Frame frame;
    private final int u;
    private final int v;
    private final Vector3 centre;
    private final double scale;
    private final boolean cut;

    LoopReader(Frame frame, PrincipalPlane plane, Vector3 centre, double scale, boolean cut) {
        this.frame = frame;
        this.u = plane.firstAxis();
        this.v = (u + 1) % 3;
        this.centre = centre;
        this.scale = scale;
        this.cut = cut;
    }

    Optional<BlockLoop> read(Loop loop) {
        List<OutlineEdge> edges = new ArrayList<>();
        for (Curve curve : loop.curves()) {
            Optional<OutlineEdge> edge = edge(curve);
            if (edge.isEmpty()) {
                return Optional.empty();
            }
            edges.add(edge.get());
        }
        return circle(edges)
                .or(() -> roundedRectangle(edges))
                .or(() -> polygon(edges))
                .flatMap(this::withinRange);
    }

    private Optional<OutlineEdge> edge(Curve curve) {
        return switch (curve) {
            case Curve.Line line -> Optional.of(new Straight(map(line.start()), map(line.end())));
            case Curve.Arc arc ->
                Arc.through(map(arc.start()), map(arc.mid()), map(arc.end()))
                        .map(OutlineEdge.class::cast)
                        .or(() -> Optional.of(new Straight(map(arc.start()), map(arc.end()))));
            case Curve.Circle circle -> {
                Vector2 middle = map(circle.centre());
                yield Optional.of(Arc.circle(middle.x(), middle.y(), circle.radius() * scale));
            }
            case Curve.Ellipse ellipse -> Optional.empty();
            case Curve.EllipseArc arc -> Optional.empty();
            case Curve.Spline spline -> Optional.empty();
        };
    }

    private Vector2 map(Vector2 point) {
        Vector3 world = frame.at(point.x(), point.y()).minus(centre).times(scale);
        return new Vector2(ConstructionReader.component(world, u), ConstructionReader.component(world, v));
    }

    /** A circle, whole or in arcs about one centre. */
    private static Optional<BlockLoop> circle(List<OutlineEdge> edges) {
        double turned = 0;
        Arc first = null;
        for (OutlineEdge edge : edges) {
            if (!(edge instanceof Arc arc)) {
                return Optional.empty();
            }
            first = first == null ? arc : first;
            if (first.centre().distanceTo(arc.centre()) > 1e-3 * first.radius()
                    || Math.abs(first.radius() - arc.radius()) > 1e-3 * first.radius()) {
                return Optional.empty();
            }
            turned += arc.sweep();
        }
        return first == null || Math.abs(Math.abs(turned) - 2 * Math.PI) > 1e-3
                ? Optional.empty()
                : Optional.of(new Circle(
                        round(first.centre().x()), round(first.centre().y()), round(first.radius())));
    }

    /** Four equal arcs in the corners of a rectangle. */
    private static Optional<BlockLoop> roundedRectangle(List<OutlineEdge> edges) {
        List<Arc> arcs = edges.stream()
                .filter(Arc.class::isInstance)
                .map(Arc.class::cast)
                .toList();
        if (arcs.size() != 4) {
            return Optional.empty();
        }
        Outline drawn = new Outline(edges);
        double[] extent = drawn.extent();
        RoundedRectangle candidate = new RoundedRectangle(
                round(extent[0]),
                round(extent[1]),
                round(extent[2]),
                round(extent[3]),
                round(arcs.getFirst().radius()));
        if (!(Outline.of(candidate) instanceof Outline.Reading.Drawn(Outline outline))) {
            return Optional.empty();
        }
        boolean near = edges.stream()
                .flatMap(edge -> List.of(edge.start(), edge.at(0.5)).stream())
                .allMatch(point -> outline.edges().stream().anyMatch(edge -> edge.passes(point, ROUNDING)));
        boolean rounded = arcs.stream().allMatch(arc -> Math.abs(arc.radius() - candidate.radius()) <= ROUNDING);
        return near && rounded ? Optional.of(candidate) : Optional.empty();
    }

    private static Optional<BlockLoop> polygon(List<OutlineEdge> edges) {
        List<Vertex> vertices = new ArrayList<>();
        for (OutlineEdge edge : edges) {
            Vertex vertex = vertex(edge);
            boolean vanishes = vertex.x() == round(edge.end().x())
                    && vertex.y() == round(edge.end().y());
            if (!vanishes) {
                vertices.add(vertex);
            } else if (edge.length() > 4 * ROUNDING) {
                return Optional.empty();
            }
        }
        return Optional.of(CanonicalLoop.of(new Polygon(vertices)));
    }

    private static Vertex vertex(OutlineEdge edge) {
        int x = round(edge.start().x());
        int y = round(edge.start().y());
        if (!(edge instanceof Arc arc)) {
            return new Vertex(x, y, Optional.empty());
        }
        Vector2 mid = isWhole(arc.through()) ? arc.through() : arc.at(0.5);
        Middle middle = new Middle(round(mid.x()), round(mid.y()));
        boolean bent = Arc.through(
                        new Vector2(x, y),
                        new Vector2(middle.x(), middle.y()),
                        new Vector2(round(arc.end().x()), round(arc.end().y())))
                .isPresent();
        return new Vertex(x, y, bent ? Optional.of(middle) : Optional.empty());
    }

    /** The loop if its numbers are in range; a rectangular cut is trimmed to it, as there is no body beyond. */
    private Optional<BlockLoop> withinRange(BlockLoop loop) {
        return switch (loop) {
            case Rectangle(int x0, int y0, int x1, int y1) ->
                cut
                        ? Optional.of(new Rectangle(clamp(x0), clamp(y0), clamp(x1), clamp(y1)))
                        : inRange(loop, x0, y0, x1, y1);
            case RoundedRectangle rounded -> inRange(loop, rounded.x0(), rounded.y0(), rounded.x1(), rounded.y1());
            case Circle circle -> inRange(loop, circle.x(), circle.y(), circle.radius());
            case Polygon(List<Vertex> vertices) -> inRange(loop, numbers(vertices));
        };
    }

    private static int[] numbers(List<Vertex> vertices) {
        List<Integer> numbers = new ArrayList<>();
        for (Vertex vertex : vertices) {
            numbers.addAll(List.of(vertex.x(), vertex.y()));
            vertex.arcToNext().ifPresent(middle -> numbers.addAll(List.of(middle.x(), middle.y())));
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Optional<BlockLoop> inRange(BlockLoop loop, int... numbers) {
        for (int number : numbers) {
            if (Math.abs(number) > BlockProgram.LIMIT) {
                return Optional.empty();
            }
        }
        return Optional.of(loop);
    }

    private static boolean isWhole(Vector2 point) {
        return point.distanceTo(new Vector2(round(point.x()), round(point.y()))) < WHOLE;
    }

    private static int clamp(int number) {
        return Math.clamp(number, -BlockProgram.LIMIT, BlockProgram.LIMIT);
    }

    private static int round(double number) {
        return (int) Math.round(number);
    }
}
