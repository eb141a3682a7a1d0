package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.FaceShape;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.cad.shape.WireShape;
import java.util.List;
import java.util.Optional;

/** What an expression says of its result without being executed. */
final class ShapeFacts {
    private ShapeFacts() {}

    /** Whether the result, if there is one, is of the kind that the expression names. */
    static boolean isCertain(Shape given) {
        return switch (decisive(given)) {
            case EdgeShape edge -> true;
            case WireShape wire -> true;
            case FaceShape.Planar planar -> isOneFace(planar);
            case FaceShape.Nested nested -> true;
            case FaceShape.Ruled ruled -> true;
            case FaceShape.Rectangle rectangle -> true;
            case FaceShape.Approximated approximated -> true;
            case FaceShape.Filled filled -> false;
            case SolidShape.Box box -> true;
            case SolidShape.Cylinder cylinder -> true;
            case SolidShape.Cone cone -> true;
            case SolidShape.Sphere sphere -> true;
            case SolidShape.Torus torus -> true;
            case SolidShape.Wedge wedge -> true;
            case SolidShape solid -> false;
            case BooleanShape set -> true;
            case ModifiedShape.Part part -> true;
            case ModifiedShape.Member member -> true;
            case ModifiedShape.Projected projected -> true;
            case ModifiedShape modified -> false;
            case GroupShape.Sewn sewn -> false;
            case GroupShape group -> true;
        };
    }

    /** The shape inside that decides; a loop, since there may be many steps around it. */
    private static Shape decisive(Shape given) {
        Shape shape = given;
        while (true) {
            switch (shape) {
                case WireShape.Corners corners -> shape = corners.of();
                case SolidShape.Prism prism -> shape = prism.of();
                case SolidShape.Revolution revolution -> shape = revolution.of();
                case ModifiedShape.Placed placed -> shape = placed.of();
                case ModifiedShape.Transformed transformed -> shape = transformed.of();
                case ModifiedShape.Stretched stretched -> shape = stretched.of();
                case ModifiedShape.Reversed reversed -> shape = reversed.of();
                case ModifiedShape.Clean clean -> shape = clean.of();
                case ModifiedShape.Outer outer -> shape = outer.of();
                default -> {
                    return shape;
                }
            }
        }
    }

    /** Whether a face expression has one face as its result, if it has any. */
    static boolean isOneFace(Shape given) {
        Shape shape = given;
        while (shape instanceof ModifiedShape.Placed
                || shape instanceof ModifiedShape.Transformed
                || shape instanceof ModifiedShape.Reversed) {
            shape = ((ModifiedShape) shape).of();
        }
        return switch (shape) {
            case FaceShape.Planar planar -> planar.holes().isEmpty() && Chain.isOneWire(planar.outer());
            case FaceShape.Rectangle rectangle -> true;
            case FaceShape.Approximated approximated -> true;
            case ModifiedShape.Part part -> part.kind() == Kind.FACE;
            case ModifiedShape.Member member -> member.kind() == Kind.FACE;
            default -> false;
        };
    }

    /** Whether the result has a solid; empty where only its execution tells. */
    static Optional<Boolean> hasSolid(Shape shape) {
        return SolidSearch.in(shape);
    }

    /** The members of a compound that are known; empty where only its execution tells. */
    static Optional<List<Shape>> members(Shape shape) {
        if (shape instanceof GroupShape.Compound(List<Shape> shapes, var span)
                && shapes.stream().noneMatch(GroupShape.Members.class::isInstance)) {
            return Optional.of(shapes);
        }
        return Optional.empty();
    }

    /** Whether the kernel may refuse the step itself. */
    static boolean mayBeRefused(Shape shape) {
        return switch (shape) {
            case EdgeShape.Point point -> false;
            case ModifiedShape.Part part -> false;
            case ModifiedShape.Member member -> false;
            case ModifiedShape.Placed placed -> false;
            case ModifiedShape.Transformed transformed -> false;
            case GroupShape.Compound compound -> false;
            case GroupShape.Solids solids -> false;
            case GroupShape.Members members -> false;
            default -> true;
        };
    }

    /** Whether the kernel refuses the step not only for hopeless numbers: worth a trial even if nothing uses it. */
    static boolean isRisky(Shape shape) {
        return switch (shape) {
            case EdgeShape.Point point -> false;
            case EdgeShape.Segment segment -> segment.start().equals(segment.end());
            case EdgeShape edge -> true;
            case WireShape.Polygon polygon -> false;
            case WireShape wire -> true;
            case FaceShape.Rectangle rectangle -> false;
            case FaceShape face -> true;
            case SolidShape.Prism prism -> prism.along().length() == 0;
            case SolidShape solid -> true;
            case BooleanShape set -> false;
            case ModifiedShape.Clean clean -> false;
            case ModifiedShape.Reversed reversed -> false;
            case GroupShape group -> false;
            default -> mayBeRefused(shape);
        };
    }
}
