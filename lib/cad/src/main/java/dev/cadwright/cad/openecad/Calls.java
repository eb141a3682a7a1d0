package dev.cadwright.cad.openecad;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.outline.LoopNesting;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** What the functions do. */
final class Calls {
    /** Curves of all loops, profiles and extrudes together, since each reader after this one goes through them anew. */
    private static final int MAX_CURVES = 100_000;

    private static final int MAX_LOOPS = 1_000;
    private static final int MAX_CURVES_OF_LOOP = 4_000;

    /** Pairs of loops of all profiles together that are compared to find holes. */
    private static final long MAX_PAIRS = 4L * MAX_LOOPS * MAX_LOOPS;

    private final List<Feature> features = new ArrayList<>();
    private long curves;
    private long pairs;

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
        if (parts.size() > MAX_CURVES_OF_LOOP) {
            throw limit(arguments.span(), "limit.curves", MAX_CURVES_OF_LOOP + " curves in a loop");
        }
        count(parts.size(), arguments.span());
        Loop loop = ChainedLoop.of(parts)
                .orElseThrow(() ->
                        new Refusal(arguments.span(), "shape.open-loop", "the curves of this loop do not close", ""));
        return new Value.Loop(loop);
    }

    private void count(long more, SourceSpan span) {
        curves += more;
        if (curves > MAX_CURVES) {
            throw limit(span, "limit.curves", MAX_CURVES + " curves");
        }
    }

    private static Refusal limit(SourceSpan span, String code, String most) {
        return new Refusal(span, code, "more than " + most, "");
    }

    private Value profile(Arguments arguments) {
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
        pairs += (long) loops.size() * loops.size();
        if (loops.size() > MAX_LOOPS) {
            throw limit(arguments.span(), "limit.loops", MAX_LOOPS + " loops in a profile");
        }
        if (pairs > MAX_PAIRS) {
            throw limit(arguments.span(), "limit.loops", MAX_PAIRS + " pairs of loops that share a profile");
        }
        count(loops.stream().mapToLong(loop -> loop.curves().size()).sum(), arguments.span());
        return new Value.Profiles(LoopNesting.profiles(loops));
    }

    private Value extrude(Arguments arguments) {
        Value.Sketch sketch = arguments.value("sketch", Value.Sketch.class, "a sketch");
        count(curves(sketch.profiles()), arguments.span());
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

    private static long curves(List<Profile> profiles) {
        return profiles.stream()
                .mapToLong(profile -> profile.outer().curves().size()
                        + profile.holes().stream()
                                .mapToLong(hole -> hole.curves().size())
                                .sum())
                .sum();
    }
}
