package dev.cadwright.kernel;

import static dev.cadwright.kernel.Instruction.making;

import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;

/** Primitives and sweeps as instructions. */
final class SolidInstructions {
    private final ShapeHandles handles;

    SolidInstructions(ShapeHandles handles) {
        this.handles = handles;
    }

    Instruction of(SolidShape solid, int into) {
        return switch (solid) {
            case SolidShape.Box box ->
                making("box", into)
                        .with("frame", box.frame())
                        .with("xSize", box.xSize())
                        .with("ySize", box.ySize())
                        .with("zSize", box.zSize());
            case SolidShape.Cylinder cylinder ->
                making("cylinder", into)
                        .with("frame", cylinder.frame())
                        .with("radius", cylinder.radius())
                        .with("height", cylinder.height())
                        .with("angle", cylinder.angle());
            case SolidShape.Cone cone ->
                making("cone", into)
                        .with("frame", cone.frame())
                        .with("bottomRadius", cone.bottomRadius())
                        .with("topRadius", cone.topRadius())
                        .with("height", cone.height())
                        .with("angle", cone.angle());
            case SolidShape.Sphere sphere ->
                making("sphere", into)
                        .with("frame", sphere.frame())
                        .with("radius", sphere.radius())
                        .with("from", sphere.from())
                        .with("to", sphere.to())
                        .with("angle", sphere.angle());
            case SolidShape.Torus torus ->
                making("torus", into)
                        .with("frame", torus.frame())
                        .with("majorRadius", torus.majorRadius())
                        .with("minorRadius", torus.minorRadius())
                        .with("from", torus.from())
                        .with("to", torus.to())
                        .with("angle", torus.angle());
            case SolidShape.Wedge wedge -> wedge(wedge, into);
            case SolidShape.Prism prism ->
                making("sweep_straight", into)
                        .with("of", handles.of(prism.of()))
                        .with("along", prism.along());
            case SolidShape.TaperedPrism prism ->
                making("tapered_prism", into)
                        .with("face", handles.of(prism.face()))
                        .with("along", prism.along())
                        .with("taper", prism.taper());
            case SolidShape.TwistedPrism prism ->
                making("twisted_prism", into)
                        .with("outer", handles.of(prism.outer()))
                        .with("holes", handles.of(prism.holes()))
                        .with("centre", prism.centre())
                        .with("along", prism.along())
                        .with("twist", prism.twist());
            case SolidShape.PrismFeature feature -> feature(feature, into);
            case SolidShape.Revolution revolution ->
                making("revolve", into)
                        .with("of", handles.of(revolution.of()))
                        .with("start", revolution.start())
                        .with("end", revolution.end())
                        .with("angle", revolution.angle());
            case SolidShape.Loft loft -> loft(loft, into);
            case SolidShape.Sweep sweep -> sweep(sweep, into);
            case SolidShape.Filled filled ->
                making("solid", into)
                        .with("shell", handles.of(filled.shell()))
                        .with("cavities", handles.of(filled.cavities()));
        };
    }

    private static Instruction wedge(SolidShape.Wedge wedge, int into) {
        return making("wedge", into)
                .with("frame", wedge.frame())
                .with("xSize", wedge.xSize())
                .with("ySize", wedge.ySize())
                .with("zSize", wedge.zSize())
                .with("xFrom", wedge.xFrom())
                .with("zFrom", wedge.zFrom())
                .with("xTo", wedge.xTo())
                .with("zTo", wedge.zTo());
    }

    private Instruction feature(SolidShape.PrismFeature feature, int into) {
        Instruction instruction = making("prism_feature", into)
                .with("base", handles.of(feature.base()))
                .with("face", handles.of(feature.face()))
                .with("taper", feature.taper())
                .with("additive", feature.additive());
        if (feature.until().isPresent()) {
            return instruction.with("until", handles.of(feature.until().get()));
        }
        return feature.depth().isPresent()
                ? instruction.with("depth", feature.depth().getAsDouble())
                : instruction;
    }

    private Instruction loft(SolidShape.Loft loft, int into) {
        SolidShape.Lofting lofting = loft.lofting();
        return making("loft", into)
                .with("sections", handles.of(loft.sections()))
                .with("solid", loft.solid())
                .with("ruled", lofting.ruled())
                .with("continuity", lofting.continuity())
                .with("parametrisation", lofting.parametrisation())
                .with("degree", lofting.degree())
                .with("compatible", lofting.compatible())
                .with("smoothing", lofting.smoothing());
    }

    private Instruction sweep(SolidShape.Sweep sweep, int into) {
        SolidShape.Sweeping sweeping = sweep.sweeping();
        Instruction instruction = making("sweep", into)
                .with("sections", handles.of(sweep.sections()))
                .with("path", handles.of(sweep.path()))
                .with("solid", sweep.solid())
                .with("transition", WireInstructions.label(sweeping.transition()))
                .with("withContact", sweeping.withContact())
                .with("withCorrection", sweeping.withCorrection());
        return switch (sweeping.mode()) {
            case SolidShape.Mode.CorrectedFrenet() -> instruction.with("mode", "corrected_frenet");
            case SolidShape.Mode.Frenet() -> instruction.with("mode", "frenet");
            case SolidShape.Mode.FixedBinormal(var direction) ->
                instruction.with("mode", "binormal").with("direction", direction);
            case SolidShape.Mode.FixedFrame(var frame) ->
                instruction.with("mode", "frame").with("frame", frame);
            case SolidShape.Mode.Auxiliary(Shape path) ->
                instruction.with("mode", "auxiliary").with("guide", handles.of(path));
            case SolidShape.Mode.OnSupport(Shape shell) ->
                instruction.with("mode", "support").with("guide", handles.of(shell));
        };
    }
}
