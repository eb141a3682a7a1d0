package dev.cadwright.cad.shape;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.util.List;

/** Connected edges. */
public sealed interface WireShape extends Shape {
    @Override
    default Kind kind() {
        return Kind.WIRE;
    }

    /** Edges, and wires, that meet at their ends, in any order ({@code BRepBuilderAPI_MakeWire} with a list). */
    record Assembled(List<Shape> edges, SourceSpan span) implements WireShape {
        public Assembled {
            edges = List.copyOf(edges);
        }
    }

    /**
     * The wires that edges form where their ends meet within a tolerance
     * ({@code ShapeAnalysis_FreeBounds::ConnectEdgesToWires}): a compound of wires. Wires and compounds among
     * the edges stand for their edges.
     */
    record Connected(List<Shape> edges, double tolerance, SourceSpan span) implements WireShape {
        public Connected {
            edges = List.copyOf(edges);
        }

        @Override
        public Kind kind() {
            return Kind.COMPOUND;
        }
    }

    /** Straight lines from point to point, and back to the first where it is closed. */
    record Polygon(List<Vector3> points, boolean closed, SourceSpan span) implements WireShape {
        public Polygon {
            points = List.copyOf(points);
        }
    }

    /**
     * A helix that winds around the frame's normal.
     *
     * @param taper the angle of the cone that it winds on; 0 for a cylinder
     */
    record Helix(
            Frame frame, double pitch, double height, double radius, double taper, boolean leftHanded, SourceSpan span)
            implements WireShape {}

    /** The parallel curves of a planar wire ({@code BRepOffsetAPI_MakeOffset}): a compound of wires. */
    record Offset(Shape of, double distance, Join join, SourceSpan span) implements WireShape {
        @Override
        public Kind kind() {
            return Kind.COMPOUND;
        }
    }

    /** A planar wire, or a face, with rounded or bevelled corners ({@code BRepFilletAPI_MakeFillet2d}). */
    record Corners(Shape of, List<Shape> vertices, double size, boolean rounded, SourceSpan span) implements WireShape {
        public Corners {
            vertices = List.copyOf(vertices);
        }

        @Override
        public Kind kind() {
            return of.kind();
        }
    }

    /** How offset pieces meet at a convex corner. */
    enum Join {
        ARC,
        INTERSECTION,
        TANGENT
    }
}
