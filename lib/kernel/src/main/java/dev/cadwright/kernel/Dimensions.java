package dev.cadwright.kernel;

import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.FaceShape;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.cad.shape.WireShape;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;

/** What shapes consist of, as far as their expressions tell. Parts are added before what is made of them. */
final class Dimensions {
    private final Map<Shape, Dimension> known = new IdentityHashMap<>();

    /** Of every piece of a shape. */
    enum Dimension {
        SOLIDS,
        FACES,
        UNKNOWN
    }

    boolean isSolid(Shape shape) {
        return of(shape) == Dimension.SOLIDS;
    }

    void add(Shape shape) {
        known.computeIfAbsent(shape, this::find);
    }

    private Dimension of(Shape shape) {
        return known.getOrDefault(shape, Dimension.UNKNOWN);
    }

    private Dimension find(Shape shape) {
        return switch (shape) {
            case EdgeShape _, WireShape _ -> Dimension.UNKNOWN;
            case FaceShape face -> face.kind() == Kind.SHELL ? Dimension.UNKNOWN : Dimension.FACES;
            case SolidShape solid -> find(solid);
            case BooleanShape.Fuse fuse -> common(fuse.shapes());
            case BooleanShape.Cut cut -> of(cut.of());
            case BooleanShape.Common common ->
                of(common.of()) == common(common.tools()) ? of(common.of()) : Dimension.UNKNOWN;
            case BooleanShape.Split split -> of(split.of());
            case ModifiedShape modified -> find(modified);
            case GroupShape.Compound compound -> common(compound.shapes());
            case GroupShape.Members members -> of(members.of());
            case GroupShape.Solids _ -> Dimension.SOLIDS;
            case GroupShape.Sewn _, GroupShape.Imported _ -> Dimension.UNKNOWN;
        };
    }

    private Dimension find(SolidShape solid) {
        return switch (solid) {
            case SolidShape.Box _,
                    SolidShape.Cylinder _,
                    SolidShape.Cone _,
                    SolidShape.Sphere _,
                    SolidShape.Torus _,
                    SolidShape.Wedge _,
                    SolidShape.TaperedPrism _,
                    SolidShape.TwistedPrism _,
                    SolidShape.Filled _ -> Dimension.SOLIDS;
            case SolidShape.Prism prism -> swept(prism.of());
            case SolidShape.Revolution revolution -> swept(revolution.of());
            case SolidShape.Loft loft -> loft.solid() ? Dimension.SOLIDS : Dimension.UNKNOWN;
            case SolidShape.Sweep sweep -> sweep.solid() ? Dimension.SOLIDS : Dimension.UNKNOWN;
            case SolidShape.PrismFeature feature -> of(feature.base());
        };
    }

    private Dimension swept(Shape section) {
        return of(section) == Dimension.FACES ? Dimension.SOLIDS : Dimension.UNKNOWN;
    }

    private Dimension find(ModifiedShape modified) {
        return switch (modified) {
            case ModifiedShape.Part part -> ofKind(part.kind());
            case ModifiedShape.Member member -> ofKind(member.kind());
            case ModifiedShape.Hollow _, ModifiedShape.Thickened _ -> Dimension.SOLIDS;
            case ModifiedShape.Clean _,
                    ModifiedShape.Fillet _,
                    ModifiedShape.Chamfer _,
                    ModifiedShape.Placed _,
                    ModifiedShape.Transformed _,
                    ModifiedShape.Stretched _,
                    ModifiedShape.Reversed _ -> of(modified.of());
            case ModifiedShape.Fix _, ModifiedShape.Outer _, ModifiedShape.Projected _ -> Dimension.UNKNOWN;
        };
    }

    private static Dimension ofKind(Kind kind) {
        return switch (kind) {
            case SOLID -> Dimension.SOLIDS;
            case FACE -> Dimension.FACES;
            case VERTEX, EDGE, WIRE, SHELL, COMPOUND -> Dimension.UNKNOWN;
        };
    }

    private Dimension common(Collection<Shape> shapes) {
        Dimension first =
                shapes.isEmpty() ? Dimension.UNKNOWN : of(shapes.iterator().next());
        return shapes.stream().allMatch(shape -> of(shape) == first) ? first : Dimension.UNKNOWN;
    }
}
