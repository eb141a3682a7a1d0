package dev.cadwright.cad.sketch;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.sketch.Statement.Call;
import dev.cadwright.cad.sketch.Statement.Name;
import dev.cadwright.cad.sketch.Statement.Value;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows statements: draws sketches and collects features. There is nothing else that a program could do. */
final class Interpreter {
    /** A sketch may be extruded many times: this bounds what a small program can unfold to. */
    private static final int MAX_CURVES = 100_000;

    private static final int MAX_NAMES = 10_000;

    private static final Map<String, Operation> OPERATIONS = Map.of(
            "new_body", Operation.NEW_BODY,
            "join", Operation.JOIN,
            "cut", Operation.CUT,
            "intersect", Operation.INTERSECT);

    private static final Signature SKETCH = new Signature(List.of(), List.of("origin", "x_axis", "normal"));
    private static final Signature EXTRUDE =
            new Signature(List.of("sketch", "distance"), List.of("against", "symmetric", "operation"));
    private static final Map<String, Signature> METHODS = Map.of(
            "add_line", new Signature(List.of("start", "end"), List.of()),
            "add_arc", new Signature(List.of("start", "mid", "end"), List.of()),
            "add_circle", new Signature(List.of("center", "radius"), List.of()),
            "add_hole", new Signature(List.of(), List.of()),
            "add_profile", new Signature(List.of(), List.of()));

    /** What a name stands for: a sketch, or nothing for the result of an extrude. */
    private final Map<String, Optional<SketchState>> names = new HashMap<>();

    private final List<Feature> features = new ArrayList<>();
    private int curves;

    /** @throws Refusal if the statement means nothing */
    void execute(Statement statement) {
        switch (statement) {
            case Statement.Assignment(Name target, Call call) -> assign(target, call);
            case Statement.Method(Name object, Call call) -> draw(object, call);
            case Statement.Bare(Call call) -> bare(call);
        }
    }

    Construction construction() {
        return new Construction(features);
    }

    private void assign(Name target, Call call) {
        if (names.size() >= MAX_NAMES) {
            throw new Refusal(target.span(), "limit.names", "more than " + MAX_NAMES + " names", "", "");
        }
        switch (call.function().text()) {
            case "Sketch" -> {
                // A sketch whose plane is wrong is still drawn on, so that one mistake gives one diagnostic.
                names.put(target.text(), Optional.of(new SketchState(Frame.XY)));
                names.put(target.text(), Optional.of(new SketchState(plane(SKETCH.bind(call)))));
            }
            case "Extrude" -> {
                names.put(target.text(), Optional.empty());
                extrude(call);
            }
            default -> throw unknownFunction(call.function());
        }
    }

    private void bare(Call call) {
        switch (call.function().text()) {
            case "Extrude" -> extrude(call);
            case "Sketch" ->
                throw new Refusal(
                        call.span(),
                        "syntax.unnamed-sketch",
                        "the sketch has no name, so nothing can be drawn on it",
                        "sketch = Sketch(…)",
                        "");
            default -> throw unknownFunction(call.function());
        }
    }

    private static Refusal unknownFunction(Name function) {
        return new Refusal(
                function.span(),
                "syntax.function",
                "there is no function \"" + Messages.shortened(function.text()) + "\"",
                "Sketch or Extrude",
                Messages.didYouMean(function.text(), List.of("Sketch", "Extrude")));
    }

    private static Frame plane(Arguments arguments) {
        Vector3 origin = arguments.vector("origin", Vector3.ZERO);
        Vector3 xAxis = arguments.vector("x_axis", Vector3.X);
        Vector3 normal = arguments.vector("normal", Vector3.Z);
        try {
            return new Frame(origin, xAxis, normal);
        } catch (ArithmeticException e) {
            throw new Refusal(
                    arguments.call().span(),
                    "shape.plane",
                    "x_axis and normal span no plane",
                    "two directions that are not parallel",
                    "give both x_axis and normal");
        }
    }

    private void draw(Name object, Call call) {
        SketchState sketch = sketch(object.text(), object.span());
        String method = call.function().text();
        Signature signature = METHODS.get(method);
        if (signature == null) {
            throw new Refusal(
                    call.function().span(),
                    "syntax.method",
                    "a sketch has no method \"" + Messages.shortened(method) + "\"",
                    "add_line, add_arc, add_circle, add_hole or add_profile",
                    Messages.didYouMean(method, METHODS.keySet()));
        }
        draw(sketch, method, signature.bind(call), between(object.span(), call.span()));
    }

    private static void draw(SketchState sketch, String method, Arguments arguments, SourceSpan span) {
        switch (method) {
            case "add_line" -> sketch.add(new Curve.Line(arguments.point("start"), arguments.point("end"), span));
            case "add_arc" ->
                sketch.add(
                        new Curve.Arc(arguments.point("start"), arguments.point("mid"), arguments.point("end"), span));
            case "add_circle" ->
                sketch.add(new Curve.Circle(arguments.point("center"), arguments.number("radius"), span));
            case "add_hole" -> sketch.beginHole(span);
            case "add_profile" -> sketch.beginProfile(span);
            default -> throw new IllegalStateException("no such method: " + method);
        }
    }

    private void extrude(Call call) {
        Arguments arguments = EXTRUDE.bind(call);
        Value.Reference reference = arguments.reference("sketch");
        SketchState sketch = sketch(reference.name(), reference.span());
        Extent extent = extent(arguments);
        Operation operation = arguments.has("operation") ? operation(arguments) : Operation.NEW_BODY;
        curves += sketch.size();
        if (curves > MAX_CURVES) {
            throw new Refusal(
                    call.span(), "limit.curves", "the extrudes use more than " + MAX_CURVES + " curves", "", "");
        }
        features.add(
                new Feature.Extrude(sketch.plane(), sketch.profiles(reference.span()), extent, operation, call.span()));
    }

    private static Extent extent(Arguments arguments) {
        double distance = arguments.number("distance");
        boolean symmetric = arguments.flag("symmetric", false);
        if (!arguments.has("against")) {
            return symmetric ? new Extent.Symmetric(distance) : new Extent.OneSide(distance);
        }
        if (symmetric) {
            throw new Refusal(
                    arguments.get("against").span(),
                    "syntax.argument",
                    "a symmetric extrude has no distance against the normal",
                    "either symmetric=True or against=…",
                    "");
        }
        return new Extent.TwoSides(distance, arguments.number("against"));
    }

    private static Operation operation(Arguments arguments) {
        String name = arguments.text("operation");
        Operation operation = OPERATIONS.get(name);
        if (operation == null) {
            throw new Refusal(
                    arguments.get("operation").span(),
                    "syntax.operation",
                    "there is no operation \"" + Messages.shortened(name) + "\"",
                    "\"new_body\", \"join\", \"cut\" or \"intersect\"",
                    Messages.didYouMean(name, OPERATIONS.keySet()));
        }
        return operation;
    }

    private SketchState sketch(String name, SourceSpan span) {
        Optional<SketchState> known = names.get(name);
        if (known == null) {
            throw new Refusal(
                    span,
                    "reference.name",
                    "nothing is called \"" + Messages.shortened(name) + "\" here",
                    "the name of a sketch",
                    Messages.didYouMean(name, names.keySet()));
        }
        return known.orElseThrow(() -> new Refusal(
                span,
                "syntax.type",
                "\"" + Messages.shortened(name) + "\" is an extrude, not a sketch",
                "the name of a sketch",
                ""));
    }

    private static SourceSpan between(SourceSpan start, SourceSpan end) {
        return new SourceSpan(start.line(), start.column(), end.endLine(), end.endColumn());
    }
}
