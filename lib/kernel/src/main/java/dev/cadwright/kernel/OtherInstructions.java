package dev.cadwright.kernel;

import static dev.cadwright.kernel.Instruction.making;

import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.ModifiedShape;

/** Set operations, modifications and groups as instructions. */
final class OtherInstructions {
    private final ShapeHandles handles;
    private final boolean joins;

    /** @param joins whether a union may leave out what meets nothing else */
    OtherInstructions(ShapeHandles handles, boolean joins) {
        this.handles = handles;
        this.joins = joins;
    }

    Instruction of(BooleanShape set, int into) {
        return switch (set) {
            case BooleanShape.Fuse fuse ->
                making("unite", into)
                        .with("shapes", handles.of(fuse.shapes()))
                        .with("glue", fuse.glue())
                        .with("tolerance", fuse.tolerance())
                        .with("together", !joins);
            case BooleanShape.Cut cut ->
                making("subtract", into)
                        .with("of", handles.of(cut.of()))
                        .with("tools", handles.of(cut.tools()))
                        .with("tolerance", cut.tolerance());
            case BooleanShape.Common common ->
                making("intersect", into)
                        .with("of", handles.of(common.of()))
                        .with("tools", handles.of(common.tools()))
                        .with("tolerance", common.tolerance());
            case BooleanShape.Split split ->
                making("split", into).with("of", handles.of(split.of())).with("tools", handles.of(split.tools()));
        };
    }

    Instruction of(GroupShape group, int into) {
        return switch (group) {
            case GroupShape.Compound compound -> making("compound", into).with("shapes", handles.of(compound.shapes()));
            case GroupShape.Solids solids -> making("solids", into).with("shapes", handles.of(solids.of()));
            case GroupShape.Members members -> making("stand_for_members", into).with("of", handles.of(members.of()));
            case GroupShape.Sewn sewn ->
                making("sew", into).with("faces", handles.of(sewn.faces())).with("tolerance", sewn.tolerance());
            case GroupShape.Imported imported -> Instruction.readStep(into, imported.step(), false);
        };
    }

    Instruction of(ModifiedShape modified, int into) {
        return switch (modified) {
            case ModifiedShape.Clean _ -> modifying("unify", modified, into);
            case ModifiedShape.Fix _ -> modifying("fix", modified, into);
            case ModifiedShape.Fillet fillet ->
                modifying("fillet", fillet, into)
                        .with("edges", handles.of(fillet.edges()))
                        .with("radius", fillet.radius());
            case ModifiedShape.Chamfer chamfer ->
                modifying("chamfer", chamfer, into)
                        .with("edges", handles.of(chamfer.edges()))
                        .with("first", chamfer.length())
                        .with("second", chamfer.second().orElse(chamfer.length()));
            case ModifiedShape.Hollow hollow ->
                modifying("hollow", hollow, into)
                        .with("faces", handles.of(hollow.faces()))
                        .with("thickness", hollow.thickness())
                        .with("tolerance", hollow.tolerance())
                        .with("join", WireInstructions.label(hollow.join()));
            case ModifiedShape.Thickened thickened ->
                modifying("thicken", thickened, into)
                        .with("thickness", thickened.thickness())
                        .with("bothSides", thickened.bothSides());
            case ModifiedShape.Placed placed -> modifying("place", placed, into).with("matrix", placed.by());
            case ModifiedShape.Transformed transformed ->
                modifying("transform_copy", transformed, into).with("matrix", transformed.by());
            case ModifiedShape.Stretched stretched ->
                modifying("stretch", stretched, into).with("matrix", stretched.by());
            case ModifiedShape.Reversed _ -> modifying("reverse", modified, into);
            case ModifiedShape.Part part ->
                modifying("part", part, into)
                        .with("kind", WireInstructions.label(part.kind()))
                        .with("index", part.index());
            case ModifiedShape.Member member ->
                modifying("member", member, into).with("index", member.index());
            case ModifiedShape.Outer _ -> modifying("outer", modified, into);
            case ModifiedShape.Projected projected ->
                modifying("project", projected, into)
                        .with("onto", handles.of(projected.onto()))
                        .with("along", projected.along());
        };
    }

    private Instruction modifying(String name, ModifiedShape shape, int into) {
        return making(name, into).with("of", handles.of(shape.of()));
    }
}
