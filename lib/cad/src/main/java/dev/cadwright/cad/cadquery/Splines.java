package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Conversions;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.FaceShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Curves and surfaces through or near points, from the arguments of CadQuery's calls. */
final class Splines {
    private static final double TOLERANCE = 1e-6;

    private Splines() {}

    /** By {@code periodic}, {@code parameters}, {@code scale} and {@code tol} of the call. */
    static Shape interpolated(List<Vector3> points, List<Optional<Vector3>> tangents, Arguments call) {
        List<Double> parameters = new ArrayList<>();
        boolean periodic = call.truth("periodic");
        if (!call.isNone("parameters")) {
            for (Value parameter : call.list("parameters")) {
                parameters.add(Conversions.finite(parameter, "parameter"));
            }
            if (parameters.size() != points.size() + (periodic ? 1 : 0)) {
                throw Errors.value("There must be one parameter for each interpolation point (plus one if periodic), "
                        + "or none specified. Parameter count: " + parameters.size() + ", point count: "
                        + points.size());
            }
        }
        boolean ends = tangents.size() == 2 && points.size() != 2;
        if (!tangents.isEmpty() && !ends && tangents.size() != points.size()) {
            throw Errors.value("There must be one tangent for each interpolation point, or just two end point "
                    + "tangents. Tangent count: " + tangents.size() + ", point count: " + points.size());
        }
        double tolerance = call.isNone("tol") || call.finite("tol") == 0 ? TOLERANCE : call.finite("tol");
        return new EdgeShape.InterpolatedSpline(
                points, tangents, parameters, periodic, call.truth("scale"), tolerance, call.span());
    }

    /** By {@code smoothing}, {@code minDeg} and {@code maxDeg} of the call. */
    static Shape approximated(List<Vector3> points, double tolerance, Arguments call) {
        return new EdgeShape.ApproximatedSpline(
                points, tolerance, smoothing(call), call.int32("minDeg"), call.int32("maxDeg"), call.span());
    }

    static Shape surface(List<List<Vector3>> rows, double tolerance, Arguments call) {
        return new FaceShape.Approximated(
                rows, tolerance, smoothing(call), call.int32("minDeg"), call.int32("maxDeg"), call.span());
    }

    private static List<Double> smoothing(Arguments call) {
        List<Double> weights = new ArrayList<>();
        if (call.truth("smoothing")) {
            call.list("smoothing").forEach(weight -> weights.add(Conversions.finite(weight, "smoothing")));
        }
        return weights;
    }

    /** By the arguments of the call that are named as in {@code makeNSidedSurface}. */
    static FaceShape.Filling filling(Arguments call) {
        return new FaceShape.Filling(
                call.int32("degree"),
                call.int32("nbPtsOnCur"),
                call.int32("nbIter"),
                call.truth("anisotropy"),
                call.finite("tol2d"),
                call.finite("tol3d"),
                call.finite("tolAng"),
                call.finite("tolCurv"),
                call.int32("maxDeg"),
                call.int32("maxSegments"));
    }
}
