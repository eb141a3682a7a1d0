package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;
import java.util.List;

/** Whether an expression is made of solids alone, so that nothing but solids can be among its members. */
final class OnlySolids {
    private OnlySolids() {}

    static boolean is(Shape shape) {
        return switch (shape) {
            case SolidShape.Prism prism -> ShapeFacts.isCertain(prism) && prism.kind() == Kind.SOLID;
            case SolidShape.Box box -> true;
            case SolidShape.Cylinder cylinder -> true;
            case SolidShape.Cone cone -> true;
            case SolidShape.Sphere sphere -> true;
            case SolidShape.Torus torus -> true;
            case SolidShape.Wedge wedge -> true;
            case BooleanShape.Fuse fuse -> all(fuse.shapes());
            case BooleanShape.Cut cut -> is(cut.of());
            case BooleanShape.Common common -> is(common.of()) && all(common.tools());
            case GroupShape.Compound compound -> all(compound.shapes());
            case GroupShape.Solids solids -> true;
            case GroupShape.Members members -> is(members.of());
            case ModifiedShape.Part part -> part.kind() == Kind.SOLID;
            case ModifiedShape.Clean clean -> is(clean.of());
            case ModifiedShape.Placed placed -> is(placed.of());
            case ModifiedShape.Transformed transformed -> is(transformed.of());
            case ModifiedShape.Fillet fillet -> is(fillet.of());
            case ModifiedShape.Chamfer chamfer -> is(chamfer.of());
            default -> false;
        };
    }

    private static boolean all(List<Shape> shapes) {
        return shapes.stream().allMatch(OnlySolids::is);
    }
}
