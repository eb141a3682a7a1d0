package dev.cadwright.kernel;

import static dev.cadwright.kernel.Instruction.making;

import dev.cadwright.cad.shape.FaceShape;
import dev.cadwright.cad.shape.WireShape;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.Locale;

/** Wires and faces as instructions. */
final class WireInstructions {
    private final ShapeHandles handles;

    WireInstructions(ShapeHandles handles) {
        this.handles = handles;
    }

    Instruction of(WireShape wire, int into) {
        return switch (wire) {
            case WireShape.Assembled assembled -> making("wire", into).with("edges", handles.of(assembled.edges()));
            case WireShape.Connected connected ->
                making("connect", into)
                        .with("edges", handles.of(connected.edges()))
                        .with("tolerance", connected.tolerance());
            case WireShape.Polygon polygon ->
                making("polygon", into).withPoints("points", polygon.points()).with("closed", polygon.closed());
            case WireShape.Helix helix ->
                making("helix", into)
                        .with("frame", helix.frame())
                        .with("pitch", helix.pitch())
                        .with("height", helix.height())
                        .with("radius", helix.radius())
                        .with("taper", helix.taper())
                        .with("leftHanded", helix.leftHanded());
            case WireShape.Offset offset ->
                making("offset_wire", into)
                        .with("of", handles.of(offset.of()))
                        .with("distance", offset.distance())
                        .with("join", label(offset.join()));
            case WireShape.Corners corners ->
                making("corners", into)
                        .with("of", handles.of(corners.of()))
                        .with("vertices", handles.of(corners.vertices()))
                        .with("size", corners.size())
                        .with("rounded", corners.rounded());
        };
    }

    Instruction of(FaceShape face, int into) {
        return switch (face) {
            case FaceShape.Planar planar ->
                making("face", into)
                        .with("outer", handles.of(planar.outer()))
                        .with("holes", handles.of(planar.holes()));
            case FaceShape.Nested nested -> making("nested_faces", into).with("wires", handles.of(nested.wires()));
            case FaceShape.Rectangle rectangle ->
                making("rectangle", into)
                        .with("frame", rectangle.frame())
                        .with("xSize", rectangle.xSize())
                        .with("ySize", rectangle.ySize());
            case FaceShape.Ruled ruled ->
                making("ruled", into)
                        .with("first", handles.of(ruled.first()))
                        .with("second", handles.of(ruled.second()));
            case FaceShape.Filled filled -> filling(filled, into);
            case FaceShape.Approximated approximated -> {
                List<Vector3> points =
                        approximated.rows().stream().flatMap(List::stream).toList();
                yield making("surface_near", into)
                        .with("rows", approximated.rows().size())
                        .withPoints("points", points)
                        .with("tolerance", approximated.tolerance())
                        .withNumbers("smoothing", approximated.smoothing())
                        .with("minimumDegree", approximated.minimumDegree())
                        .with("maximumDegree", approximated.maximumDegree());
            }
        };
    }

    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private Instruction filling(FaceShape.Filled filled, int into) {
        FaceShape.Filling filling = filled.filling();
        return making("fill", into)
                .with("edges", handles.of(filled.edges()))
                .withPoints("points", filled.points())
                .with("degree", filling.degree())
                .with("pointsOnCurve", filling.pointsOnCurve())
                .with("iterations", filling.iterations())
                .with("anisotropic", filling.anisotropic())
                .with("tolerance2d", filling.tolerance2d())
                .with("tolerance3d", filling.tolerance3d())
                .with("angularTolerance", filling.angularTolerance())
                .with("curvatureTolerance", filling.curvatureTolerance())
                .with("maximumDegree", filling.maximumDegree())
                .with("maximumSegments", filling.maximumSegments());
    }
}
