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
    static boolean isCertain(Shape shape) {
        return switch (shape) {
            case EdgeShape edge -> true;
            case WireShape.Corners corners -> isCertain(corners.of());
            case WireShape wire -> true;
            case FaceShape.Planar planar -> isOneFace(planar);
            case FaceShape.Nested nested -> true;
            case FaceShape.Ruled ruled -> true;
            case FaceShape.Rectangle rectangle -> true;
            case FaceShape.Approximated approximated -> true;
            case FaceShape.Filled filled -> false;
            case SolidShape.Prism prism -> isCertain(prism.of());
            case SolidShape.Revolution revolution -> isCertain(revolution.of());
            case SolidShape.Box box -> true;
            case SolidShape.Cylinder cylinder -> true;
            case SolidShape.Cone cone -> true;
            case SolidShape.Sphere sphere -> true;
            case SolidShape.Torus torus -> true;
            case SolidShape.Wedge wedge -> true;
            case SolidShape solid -> false;
            case BooleanShape set -> true;
            case ModifiedShape.Placed placed -> isCertain(placed.of());
            case ModifiedShape.Transformed transformed -> isCertain(transformed.of());
            case ModifiedShape.Stretched stretched -> isCertain(stretched.of());
            case ModifiedShape.Reversed reversed -> isCertain(reversed.of());
            case ModifiedShape.Clean clean -> isCertain(clean.of());
            case ModifiedShape.Part part -> true;
            case ModifiedShape.Member member -> true;
            case ModifiedShape.Outer outer -> isCertain(outer.of());
            case ModifiedShape.Projected projected -> true;
            case ModifiedShape.Fix fix -> false;
            case ModifiedShape.Fillet fillet -> false;
            case ModifiedShape.Chamfer chamfer -> false;
            case ModifiedShape.Hollow hollow -> false;
            case ModifiedShape.Thickened thickened -> false;
            case GroupShape.Sewn sewn -> false;
            case GroupShape group -> true;
        };
    }

    /** Whether a face expression has one face as its result, if it has any. */
    static boolean isOneFace(Shape shape) {
        return switch (shape) {
            case FaceShape.Planar planar -> planar.holes().isEmpty() && Chain.isOneWire(planar.outer());
            case FaceShape.Rectangle rectangle -> true;
            case FaceShape.Approximated approximated -> true;
            case ModifiedShape.Part part -> part.kind() == Kind.FACE;
            case ModifiedShape.Member member -> member.kind() == Kind.FACE;
            case ModifiedShape.Placed placed -> isOneFace(placed.of());
            case ModifiedShape.Transformed transformed -> isOneFace(transformed.of());
            case ModifiedShape.Reversed reversed -> isOneFace(reversed.of());
            default -> false;
        };
    }

    /** Whether the result has a solid; empty where only its execution tells. */
    static Optional<Boolean> hasSolid(Shape shape) {
        return switch (shape) {
            case EdgeShape edge -> Optional.of(false);
            case WireShape wire -> Optional.of(false);
            case FaceShape face -> Optional.of(false);
            case SolidShape.Prism prism -> swept(prism.of());
            case SolidShape.Revolution revolution -> swept(revolution.of());
            case SolidShape.Loft loft -> Optional.of(loft.solid());
            case SolidShape.Sweep sweep -> sweep.solid() ? Optional.empty() : Optional.of(false);
            case SolidShape.PrismFeature feature -> feature.additive() ? hasSolid(feature.base()) : Optional.empty();
            case SolidShape solid -> Optional.of(true);
            case BooleanShape.Fuse fuse -> any(fuse.shapes());
            case BooleanShape set -> Optional.empty();
            case ModifiedShape.Part part -> part.kind() == Kind.SOLID ? Optional.of(true) : below(part.kind());
            case ModifiedShape.Member member -> member.kind() == Kind.SOLID ? Optional.of(true) : below(member.kind());
            case ModifiedShape.Outer outer -> Optional.of(false);
            case ModifiedShape.Projected projected -> Optional.of(false);
            case ModifiedShape.Thickened thickened -> Optional.of(true);
            case ModifiedShape modified -> hasSolid(modified.of());
            case GroupShape.Compound compound -> any(compound.shapes());
            case GroupShape.Solids solids -> any(solids.of());
            case GroupShape.Members members -> hasSolid(members.of());
            case GroupShape.Sewn sewn -> Optional.of(false);
            case GroupShape.Imported imported -> Optional.empty();
        };
    }

    private static Optional<Boolean> below(Kind kind) {
        return kind == Kind.COMPOUND ? Optional.empty() : Optional.of(false);
    }

    private static Optional<Boolean> swept(Shape shape) {
        return isCertain(shape) ? Optional.of(shape.kind() == Kind.FACE) : Optional.empty();
    }

    private static Optional<Boolean> any(List<Shape> shapes) {
        boolean unknown = false;
        for (Shape shape : shapes) {
            Optional<Boolean> has = hasSolid(shape);
            if (has.orElse(false)) {
                return has;
            }
            unknown |= has.isEmpty();
        }
        return unknown ? Optional.empty() : Optional.of(false);
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
