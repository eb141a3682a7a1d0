package dev.cadwright.cad.shape;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.util.List;

/** Surfaces with a boundary. */
public sealed interface FaceShape extends Shape {
    @Override
    default Kind kind() {
        return Kind.FACE;
    }

    /**
     * The plane face inside a closed wire and outside of others ({@code BRepBuilderAPI_MakeFace}, then
     * {@code ShapeFix_Face} with orientation). Where the others are not all inside the first, it becomes several faces
     * in a compound. A compound of wires, such as {@link WireShape.Connected}, stands for its wires: the first is the
     * outer one, if it stands first.
     */
    record Planar(Shape outer, List<Shape> holes, SourceSpan span) implements FaceShape {
        public Planar {
            holes = List.copyOf(holes);
        }
    }

    /** The faces of closed wires in one plane, the outermost first, each with the wires directly inside: a compound. */
    record Nested(List<Shape> wires, SourceSpan span) implements FaceShape {
        public Nested {
            wires = List.copyOf(wires);
        }

        @Override
        public Kind kind() {
            return Kind.COMPOUND;
        }
    }

    /** A rectangle around the frame's origin; with no sizes (both 0) the whole plane. */
    record Rectangle(Frame frame, double xSize, double ySize, SourceSpan span) implements FaceShape {}

    /** The straight lines between two edges or two wires ({@code BRepFill::Face}, {@code BRepFill::Shell}). */
    record Ruled(Shape first, Shape second, SourceSpan span) implements FaceShape {
        @Override
        public Kind kind() {
            return first.kind() == Kind.EDGE ? Kind.FACE : Kind.SHELL;
        }
    }

    /** A surface through edges and near points ({@code BRepOffsetAPI_MakeFilling}). */
    record Filled(List<Shape> edges, List<Vector3> points, Filling filling, SourceSpan span) implements FaceShape {
        public Filled {
            edges = List.copyOf(edges);
            points = List.copyOf(points);
        }
    }

    /** A B-spline surface near a grid of points, row by row ({@code GeomAPI_PointsToBSplineSurface}). */
    record Approximated(
            List<List<Vector3>> rows,
            double tolerance,
            List<Double> smoothing,
            int minimumDegree,
            int maximumDegree,
            SourceSpan span)
            implements FaceShape {
        public Approximated {
            rows = rows.stream().map(List::copyOf).toList();
            smoothing = List.copyOf(smoothing);
        }
    }

    /** The parameters of {@code BRepOffsetAPI_MakeFilling}, in its order. */
    record Filling(
            int degree,
            int pointsOnCurve,
            int iterations,
            boolean anisotropic,
            double tolerance2d,
            double tolerance3d,
            double angularTolerance,
            double curvatureTolerance,
            int maximumDegree,
            int maximumSegments) {
        public static final Filling STANDARD = new Filling(3, 15, 2, false, 1e-5, 1e-4, 1e-2, 0.1, 8, 9);
    }
}
