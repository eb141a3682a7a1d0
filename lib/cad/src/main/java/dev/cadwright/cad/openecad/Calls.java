package dev.cadwright.cad.openecad;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.outline.LoopNesting;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** What the functions do. */
final class Calls {
    private static final int MAX_CURVES = 100_000;

    private final List<Feature> features = new ArrayList<>();
    private int curves;

    List<Feature> features() {
        return features;
    }

    Value call(Arguments arguments) {
        SourceSpan span = arguments.span();
        return switch (arguments.function()) {
            case "add_line" -> new Value.Curve(new Curve.Line(arguments.point("start"), arguments.point("end"), span));
            case "add_arc" ->
                new Value.Curve(
                        new Curve.Arc(arguments.point("start"), arguments.point("mid"), arguments.point("end"), span));
            case "add_circle" ->
                new Value.Curve(new Curve.Circle(arguments.point("center"), arguments.number("radius"), span));
            case "add_loop" -> loop(arguments);
            case "add_profile" -> profile(arguments);
            case "add_sketchplane" ->
                new Value.Plane(plane(
                        arguments.vector("origin"), arguments.vector("x_axis"), arguments.vector("normal"), span));
            case "add_sketchplane_ref" -> new Value.Plane(ReferencePlane.of(arguments));
            case "add_sketch" ->
                new Value.Sketch(
                        arguments
                                .value("sketch_plane", Value.Plane.class, "a sketch plane")
                                .frame(),
                        arguments
                                .value("profile", Value.Profiles.class, "a profile")
                                .profiles());
            case "add_extrude" -> extrude(arguments);
            default -> throw new IllegalStateException("no such function: " + arguments.function());
        };
    }

    static Frame plane(Vector3 origin, Vector3 xAxis, Vector3 normal, SourceSpan span) {
        try {
            return new Frame(origin, xAxis, normal);
        } catch (ArithmeticException e) {
            throw new Refusal(
                    span, "shape.plane", "x_axis and normal span no plane", "two directions that are not parallel");
        }
    }

    private Value loop(Arguments arguments) {
        List<Curve> parts = arguments.value("curves", Value.Items.class, "a list of curves").items().stream()
                .map(item -> {
                    if (item instanceof Value.Curve(Curve curve)) {
                        return curve;
                    }
                    throw arguments.mismatch("curves", item, "a list of curves");
                })
                .toList();
        if (parts.isEmpty()) {
            throw new Refusal(arguments.span(), "shape.empty-profile", "the loop has no curve", "curves before it");
        }
        Loop loop = ChainedLoop.of(parts)
                .orElseThrow(() ->
                        new Refusal(arguments.span(), "shape.open-loop", "the curves of this loop do not close", ""));
        curves += loop.curves().size();
        if (curves > MAX_CURVES) {
            throw new Refusal(arguments.span(), "limit.curves", "more than " + MAX_CURVES + " curves", "");
        }
        return new Value.Loop(loop);
    }

    private static Value profile(Arguments arguments) {
        List<Loop> loops = arguments.value("loops", Value.Items.class, "a list of loops").items().stream()
                .map(item -> {
                    if (item instanceof Value.Loop(Loop loop)) {
                        return loop;
                    }
                    throw arguments.mismatch("loops", item, "a list of loops");
                })
                .toList();
        if (loops.isEmpty()) {
            throw new Refusal(arguments.span(), "shape.empty-profile", "the profile has no loop", "loops before it");
        }
        return new Value.Profiles(LoopNesting.profiles(loops));
    }

    private Value extrude(Arguments arguments) {
        Value.Sketch sketch = arguments.value("sketch", Value.Sketch.class, "a sketch");
        Operation operation = Operation.values()[arguments.code("operation", Operation.values().length - 1)];
        double one = arguments.number("extent_one");
        double two = arguments.number("extent_two");
        Extent extent =
                switch (arguments.code("type", 2)) {
                    case 0 -> new Extent.OneSide(one);
                    case 1 -> new Extent.Symmetric(one);
                    default -> new Extent.TwoSides(one, two);
                };
        Feature.Extrude feature =
                new Feature.Extrude(sketch.plane(), sketch.profiles(), extent, operation, arguments.span());
        features.add(feature);
        return new Value.Extrude(feature, one, two);
    }
}
