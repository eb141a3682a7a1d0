package dev.cadwright.cad.shape;

import java.util.ArrayList;
import java.util.List;

/** What shapes are made of: the shapes that must be there before. */
public final class ShapeParts {
    private ShapeParts() {}

    /** The direct ones, in the order of the expression. */
    public static List<Shape> of(Shape shape) {
        return switch (shape) {
            case EdgeShape edge -> of(edge);
            case WireShape wire -> of(wire);
            case FaceShape face -> of(face);
            case SolidShape solid -> of(solid);
            case BooleanShape set -> of(set);
            case ModifiedShape modified -> of(modified);
            case GroupShape group -> of(group);
        };
    }

    private static List<Shape> of(EdgeShape edge) {
        return switch (edge) {
            case EdgeShape.Trimmed trimmed -> List.of(trimmed.of());
            case EdgeShape.Closing closing -> List.of(closing.of());
            case EdgeShape.PointOn point -> List.of(point.of());
            case EdgeShape.Point _,
                    EdgeShape.Segment _,
                    EdgeShape.ArcThrough _,
                    EdgeShape.TangentArc _,
                    EdgeShape.CircularArc _,
                    EdgeShape.EllipticArc _,
                    EdgeShape.InterpolatedSpline _,
                    EdgeShape.ApproximatedSpline _,
                    EdgeShape.Bezier _,
                    EdgeShape.BSpline _ -> List.of();
        };
    }

    private static List<Shape> of(WireShape wire) {
        return switch (wire) {
            case WireShape.Assembled assembled -> assembled.edges();
            case WireShape.Connected connected -> connected.edges();
            case WireShape.Offset offset -> List.of(offset.of());
            case WireShape.Corners corners -> with(corners.vertices(), corners.of());
            case WireShape.Polygon _, WireShape.Helix _ -> List.of();
        };
    }

    private static List<Shape> of(FaceShape face) {
        return switch (face) {
            case FaceShape.Planar planar -> with(planar.holes(), planar.outer());
            case FaceShape.Nested nested -> nested.wires();
            case FaceShape.Ruled ruled -> List.of(ruled.first(), ruled.second());
            case FaceShape.Filled filled -> filled.edges();
            case FaceShape.Rectangle _, FaceShape.Approximated _ -> List.of();
        };
    }

    private static List<Shape> of(SolidShape solid) {
        return switch (solid) {
            case SolidShape.Prism prism -> List.of(prism.of());
            case SolidShape.TaperedPrism prism -> List.of(prism.face());
            case SolidShape.TwistedPrism prism -> with(prism.holes(), prism.outer());
            case SolidShape.PrismFeature feature ->
                with(feature.until().map(List::of).orElse(List.of()), feature.base(), feature.face());
            case SolidShape.Revolution revolution -> List.of(revolution.of());
            case SolidShape.Loft loft -> loft.sections();
            case SolidShape.Sweep sweep -> with(guide(sweep.sweeping().mode()), sweep.sections(), sweep.path());
            case SolidShape.Filled filled -> with(filled.cavities(), filled.shell());
            case SolidShape.Box _,
                    SolidShape.Cylinder _,
                    SolidShape.Cone _,
                    SolidShape.Sphere _,
                    SolidShape.Torus _,
                    SolidShape.Wedge _ -> List.of();
        };
    }

    private static List<Shape> guide(SolidShape.Mode mode) {
        return switch (mode) {
            case SolidShape.Mode.Auxiliary auxiliary -> List.of(auxiliary.path());
            case SolidShape.Mode.OnSupport support -> List.of(support.shell());
            case SolidShape.Mode.CorrectedFrenet _,
                    SolidShape.Mode.Frenet _,
                    SolidShape.Mode.FixedBinormal _,
                    SolidShape.Mode.FixedFrame _ -> List.of();
        };
    }

    private static List<Shape> of(BooleanShape set) {
        return switch (set) {
            case BooleanShape.Fuse fuse -> fuse.shapes();
            case BooleanShape.Cut cut -> with(cut.tools(), cut.of());
            case BooleanShape.Common common -> with(common.tools(), common.of());
            case BooleanShape.Split split -> with(split.tools(), split.of());
        };
    }

    private static List<Shape> of(ModifiedShape modified) {
        return switch (modified) {
            case ModifiedShape.Fillet fillet -> with(fillet.edges(), fillet.of());
            case ModifiedShape.Chamfer chamfer -> with(chamfer.edges(), chamfer.of());
            case ModifiedShape.Hollow hollow -> with(hollow.faces(), hollow.of());
            case ModifiedShape.Projected projected -> List.of(projected.of(), projected.onto());
            case ModifiedShape.Clean _,
                    ModifiedShape.Fix _,
                    ModifiedShape.Thickened _,
                    ModifiedShape.Placed _,
                    ModifiedShape.Transformed _,
                    ModifiedShape.Stretched _,
                    ModifiedShape.Reversed _,
                    ModifiedShape.Part _,
                    ModifiedShape.Member _,
                    ModifiedShape.Outer _ -> List.of(modified.of());
        };
    }

    private static List<Shape> of(GroupShape group) {
        return switch (group) {
            case GroupShape.Compound compound -> compound.shapes();
            case GroupShape.Solids solids -> solids.of();
            case GroupShape.Members members -> List.of(members.of());
            case GroupShape.Sewn sewn -> sewn.faces();
            case GroupShape.Imported _ -> List.of();
        };
    }

    private static List<Shape> with(List<? extends Shape> others, Shape... first) {
        List<Shape> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private static List<Shape> with(List<? extends Shape> guide, List<Shape> sections, Shape path) {
        List<Shape> all = new ArrayList<>(sections);
        all.add(path);
        all.addAll(guide);
        return all;
    }
}
