package dev.cadwright.cad.shape;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.OptionalDouble;

/** A shape made from one other. */
public sealed interface ModifiedShape extends Shape {
    Shape of();

    @Override
    default Kind kind() {
        // A loop: such shapes may be nested in each other many times.
        Shape inner = of();
        while (inner instanceof Clean
                || inner instanceof Placed
                || inner instanceof Transformed
                || inner instanceof Fillet
                || inner instanceof Chamfer
                || inner instanceof Hollow
                || inner instanceof Fix
                || inner instanceof Stretched
                || inner instanceof Reversed) {
            inner = ((ModifiedShape) inner).of();
        }
        return inner.kind();
    }

    /** Neighbouring faces and edges on the same surface or curve are one ({@code ShapeUpgrade_UnifySameDomain}). */
    record Clean(Shape of, SourceSpan span) implements ModifiedShape {}

    /** Repaired where it is not valid ({@code ShapeFix_Shape}). */
    record Fix(Shape of, SourceSpan span) implements ModifiedShape {}

    /** Rounded edges ({@code BRepFilletAPI_MakeFillet}). @param edges parts of the shape */
    record Fillet(Shape of, List<Shape> edges, double radius, SourceSpan span) implements ModifiedShape {
        public Fillet {
            edges = List.copyOf(edges);
        }
    }

    /**
     * Bevelled edges ({@code BRepFilletAPI_MakeChamfer}).
     *
     * @param second the length on the other face; empty for the same length on both
     */
    record Chamfer(Shape of, List<Shape> edges, double length, OptionalDouble second, SourceSpan span)
            implements ModifiedShape {
        public Chamfer {
            edges = List.copyOf(edges);
        }
    }

    /**
     * A wall along the surface, open at the given faces ({@code BRepOffsetAPI_MakeThickSolid}); without faces the
     * space between the surface and its offset.
     *
     * @param thickness positive outwards
     */
    record Hollow(Shape of, List<Shape> faces, double thickness, double tolerance, WireShape.Join join, SourceSpan span)
            implements ModifiedShape {
        public Hollow {
            faces = List.copyOf(faces);
        }
    }

    /** A face or shell made thick ({@code BRepOffset_MakeOffset} with thickening). */
    record Thickened(Shape of, double thickness, boolean bothSides, SourceSpan span) implements ModifiedShape {
        @Override
        public Kind kind() {
            return Kind.SOLID;
        }
    }

    /** Moved as a whole, its geometry shared ({@code TopoDS_Shape::Moved}). @param by turns and shifts only */
    record Placed(Shape of, Transform by, SourceSpan span) implements ModifiedShape {}

    /** A moved, mirrored or evenly scaled copy ({@code BRepBuilderAPI_Transform}). */
    record Transformed(Shape of, Transform by, SourceSpan span) implements ModifiedShape {}

    /** An affine image, which may stretch or shear ({@code BRepBuilderAPI_GTransform}). */
    record Stretched(Shape of, Transform by, SourceSpan span) implements ModifiedShape {}

    /** The shape with its sense turned round. */
    record Reversed(Shape of, SourceSpan span) implements ModifiedShape {}

    /**
     * One of the unique shapes of a kind inside, in the order in which {@code TopExp::MapShapes} meets them; edges
     * without a curve (at the pole of a sphere) are left out and not counted.
     *
     * @param index from 0
     */
    record Part(Shape of, Kind kind, int index, SourceSpan span) implements ModifiedShape {}

    /** A direct member of a compound, wire or the like, in order. @param kind what it is known to be */
    record Member(Shape of, Kind kind, int index, SourceSpan span) implements ModifiedShape {}

    /** The outer wire of a face, or the outer shell of a solid. */
    record Outer(Shape of, SourceSpan span) implements ModifiedShape {
        @Override
        public Kind kind() {
            return of.kind() == Kind.SOLID ? Kind.SHELL : Kind.WIRE;
        }
    }

    /** Edges or wires laid onto a shape along a direction ({@code BRepProj_Projection}): a compound of wires. */
    record Projected(Shape of, Shape onto, Vector3 along, SourceSpan span) implements ModifiedShape {
        @Override
        public Kind kind() {
            return Kind.COMPOUND;
        }
    }
}
