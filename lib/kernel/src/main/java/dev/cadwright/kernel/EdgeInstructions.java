package dev.cadwright.kernel;

import static dev.cadwright.kernel.Instruction.making;

import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.Optional;

/** Points and curves as instructions. */
final class EdgeInstructions {
    private final ShapeHandles handles;

    EdgeInstructions(ShapeHandles handles) {
        this.handles = handles;
    }

    Instruction of(EdgeShape edge, int into) {
        return switch (edge) {
            case EdgeShape.Point point -> making("vertex", into).with("at", point.at());
            case EdgeShape.Segment segment ->
                making("segment", into).with("start", segment.start()).with("end", segment.end());
            case EdgeShape.ArcThrough arc ->
                making("arc_through", into)
                        .with("start", arc.start())
                        .with("between", arc.between())
                        .with("end", arc.end());
            case EdgeShape.TangentArc arc ->
                making("arc_tangent", into)
                        .with("start", arc.start())
                        .with("tangent", arc.tangent())
                        .with("end", arc.end());
            case EdgeShape.CircularArc arc ->
                making("arc_circle", into)
                        .with("frame", arc.frame())
                        .with("radius", arc.radius())
                        .with("from", arc.from())
                        .with("to", arc.to())
                        .with("reversed", arc.reversed());
            case EdgeShape.EllipticArc arc ->
                making("arc_ellipse", into)
                        .with("frame", arc.frame())
                        .with("xRadius", arc.xRadius())
                        .with("yRadius", arc.yRadius())
                        .with("from", arc.from())
                        .with("to", arc.to())
                        .with("reversed", arc.reversed());
            case EdgeShape.InterpolatedSpline spline -> through(spline, into);
            case EdgeShape.ApproximatedSpline spline ->
                making("spline_near", into)
                        .withPoints("points", spline.points())
                        .with("tolerance", spline.tolerance())
                        .withNumbers("smoothing", spline.smoothing())
                        .with("minimumDegree", spline.minimumDegree())
                        .with("maximumDegree", spline.maximumDegree());
            case EdgeShape.Bezier bezier -> making("bezier", into).withPoints("points", bezier.points());
            case EdgeShape.BSpline spline ->
                making("bspline", into)
                        .withPoints("poles", spline.poles())
                        .withNumbers("weights", spline.weights())
                        .withNumbers("knots", spline.knots())
                        .with("multiplicities", spline.multiplicities())
                        .with("degree", spline.degree())
                        .with("periodic", spline.periodic());
            case EdgeShape.Trimmed trimmed ->
                making("trim", into)
                        .with("of", handles.of(trimmed.of()))
                        .with("from", trimmed.from())
                        .with("to", trimmed.to());
            case EdgeShape.Closing closing -> making("closing", into).with("of", handles.of(closing.of()));
            case EdgeShape.PointOn point -> {
                Instruction instruction = making("point_on", into).with("of", handles.of(point.of()));
                yield point.parameter().isPresent()
                        ? instruction.with("share", point.parameter().getAsDouble())
                        : instruction;
            }
        };
    }

    private static Instruction through(EdgeShape.InterpolatedSpline spline, int into) {
        return making("spline_through", into)
                .withPoints("points", spline.points())
                .with("tangents", tangents(spline.tangents()))
                .withNumbers("parameters", spline.parameters())
                .with("periodic", spline.periodic())
                .with("scaled", spline.scaled())
                .with("tolerance", spline.tolerance());
    }

    private static List<double[]> tangents(List<Optional<Vector3>> tangents) {
        return tangents.stream()
                .map(each -> each.map(t -> new double[] {t.x(), t.y(), t.z()}).orElse(new double[0]))
                .toList();
    }
}
