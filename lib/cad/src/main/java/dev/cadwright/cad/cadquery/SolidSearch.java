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
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for a solid in an expression: each shape once, however deep they are nested and however often they are used. */
final class SolidSearch {
    private enum Found {
        SOLID,
        NONE,
        UNKNOWN
    }

    private final Set<Shape> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Shape> open = new ArrayDeque<>();

    private SolidSearch() {}

    /** Whether the result has a solid; empty where only its execution tells. */
    static Optional<Boolean> in(Shape shape) {
        SolidSearch search = new SolidSearch();
        search.open.push(shape);
        boolean unknown = false;
        while (!search.open.isEmpty()) {
            Shape next = search.open.pop();
            if (search.seen.add(next)) {
                Found found = search.look(next);
                if (found == Found.SOLID) {
                    return Optional.of(true);
                }
                unknown |= found == Found.UNKNOWN;
            }
        }
        return unknown ? Optional.empty() : Optional.of(false);
    }

    private Found look(Shape shape) {
        return switch (shape) {
            case EdgeShape edge -> Found.NONE;
            case WireShape wire -> Found.NONE;
            case FaceShape face -> Found.NONE;
            case SolidShape solid -> look(solid);
            case BooleanShape.Fuse fuse -> within(fuse.shapes());
            case BooleanShape set -> Found.UNKNOWN;
            case ModifiedShape.Part part -> ofKind(part.kind());
            case ModifiedShape.Member member -> ofKind(member.kind());
            case ModifiedShape.Outer outer -> Found.NONE;
            case ModifiedShape.Projected projected -> Found.NONE;
            case ModifiedShape.Thickened thickened -> Found.SOLID;
            case ModifiedShape modified -> within(List.of(modified.of()));
            case GroupShape.Compound compound -> within(compound.shapes());
            case GroupShape.Solids solids -> within(solids.of());
            case GroupShape.Members members -> within(List.of(members.of()));
            case GroupShape.Sewn sewn -> Found.NONE;
            case GroupShape.Imported imported -> Found.UNKNOWN;
        };
    }

    private Found look(SolidShape solid) {
        return switch (solid) {
            case SolidShape.Prism prism -> swept(prism.of());
            case SolidShape.Revolution revolution -> swept(revolution.of());
            case SolidShape.Loft loft -> loft.solid() ? Found.SOLID : Found.NONE;
            case SolidShape.Sweep sweep -> sweep.solid() ? Found.UNKNOWN : Found.NONE;
            case SolidShape.PrismFeature feature ->
                feature.additive() ? within(List.of(feature.base())) : Found.UNKNOWN;
            case SolidShape other -> Found.SOLID;
        };
    }

    /** What is inside has it, or not. */
    private Found within(List<Shape> shapes) {
        shapes.forEach(open::push);
        return Found.NONE;
    }

    private static Found ofKind(Kind kind) {
        return switch (kind) {
            case SOLID -> Found.SOLID;
            case COMPOUND -> Found.UNKNOWN;
            case VERTEX, EDGE, WIRE, FACE, SHELL -> Found.NONE;
        };
    }

    private static Found swept(Shape shape) {
        if (!ShapeFacts.isCertain(shape)) {
            return Found.UNKNOWN;
        }
        return shape.kind() == Kind.FACE ? Found.SOLID : Found.NONE;
    }
}
