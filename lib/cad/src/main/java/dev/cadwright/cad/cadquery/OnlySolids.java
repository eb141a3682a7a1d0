package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Whether an expression is made of solids alone, so that nothing but solids can be among its members. Each shape is
 * looked at once, however deep they are nested and however often they are used.
 */
final class OnlySolids {
    private final Set<Shape> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Shape> open = new ArrayDeque<>();

    private OnlySolids() {}

    static boolean is(Shape shape) {
        OnlySolids search = new OnlySolids();
        search.open.push(shape);
        while (!search.open.isEmpty()) {
            Shape next = search.open.pop();
            if (search.seen.add(next) && !search.mayBe(next)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is made of solids if those shapes are that it leaves open. */
    private boolean mayBe(Shape shape) {
        return switch (shape) {
            case SolidShape.Prism prism -> ShapeFacts.isCertain(prism) && prism.kind() == Kind.SOLID;
            case SolidShape.Box box -> true;
            case SolidShape.Cylinder cylinder -> true;
            case SolidShape.Cone cone -> true;
            case SolidShape.Sphere sphere -> true;
            case SolidShape.Torus torus -> true;
            case SolidShape.Wedge wedge -> true;
            case BooleanShape.Fuse fuse -> ifAll(fuse.shapes());
            case BooleanShape.Cut cut -> ifAll(List.of(cut.of()));
            case BooleanShape.Common common -> ifAll(common.tools()) && ifAll(List.of(common.of()));
            case GroupShape.Compound compound -> ifAll(compound.shapes());
            case GroupShape.Solids solids -> true;
            case GroupShape.Members members -> ifAll(List.of(members.of()));
            case ModifiedShape.Part part -> part.kind() == Kind.SOLID;
            case ModifiedShape.Clean clean -> ifAll(List.of(clean.of()));
            case ModifiedShape.Placed placed -> ifAll(List.of(placed.of()));
            case ModifiedShape.Transformed transformed -> ifAll(List.of(transformed.of()));
            case ModifiedShape.Fillet fillet -> ifAll(List.of(fillet.of()));
            case ModifiedShape.Chamfer chamfer -> ifAll(List.of(chamfer.of()));
            default -> false;
        };
    }

    private boolean ifAll(List<Shape> shapes) {
        shapes.forEach(open::push);
        return true;
    }
}
