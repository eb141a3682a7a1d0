package dev.cadwright.cad.sketch;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.NearestName;
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
    /** A sketch may be used many times: this bounds what a small program can unfold to. */
    private static final int MAX_CURVES = 100_000;

    private static final int MAX_NAMES = 10_000;

    /** What a name stands for: a sketch, or nothing for the result of a feature. */
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
        Signature function = function(call.function());
        if (function.name().equals("Sketch")) {
            // A sketch whose plane is wrong is still drawn on, so that one mistake gives one diagnostic.
            names.put(target.text(), Optional.of(new SketchState(Frame.XY)));
            names.put(target.text(), Optional.of(new SketchState(plane(function.bind(call)))));
        } else {
            // The feature may use a sketch of the same name.
            Optional<SketchState> before = names.getOrDefault(target.text(), Optional.empty());
            names.put(target.text(), before);
            try {
                add(function.bind(call));
            } finally {
                names.put(target.text(), Optional.empty());
            }
        }
    }

    private void bare(Call call) {
        Signature function = function(call.function());
        if (function.name().equals("Sketch")) {
            throw new Refusal(
                    call.span(),
                    "syntax.unnamed-sketch",
                    "the sketch has no name, so nothing can be drawn on it",
                    "sketch = Sketch(…)",
                    "");
        }
        add(function.bind(call));
    }

    private static Signature function(Name function) {
        Signature signature = Vocabulary.FUNCTIONS.get(function.text());
        if (signature == null) {
            throw new Refusal(
                    function.span(),
                    "syntax.function",
                    "there is no function \"" + Messages.shortened(function.text()) + "\"",
                    Vocabulary.list(Vocabulary.FUNCTIONS.keySet()),
                    NearestName.quotedHint(function.text(), Vocabulary.FUNCTIONS.keySet()));
        }
        return signature;
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
        Signature signature = Vocabulary.METHODS.get(method);
        if (signature == null) {
            throw new Refusal(
                    call.function().span(),
                    "syntax.method",
                    "a sketch has no method \"" + Messages.shortened(method) + "\"",
                    Vocabulary.list(Vocabulary.METHODS.keySet()),
                    NearestName.quotedHint(method, Vocabulary.METHODS.keySet()));
        }
        SourceSpan start = object.span();
        SourceSpan end = call.span();
        new Drawing(sketch, new SourceSpan(start.line(), start.column(), end.endLine(), end.endColumn()))
                .draw(method, signature.bind(call));
    }

    private void add(Arguments arguments) {
        Call call = arguments.call();
        Features made = new Features(arguments, this::sketch);
        Feature feature =
                switch (call.function().text()) {
                    case "Extrude" -> made.extrude();
                    case "Revolve" -> made.revolve();
                    case "Loft" -> made.loft();
                    case "Sweep" -> made.sweep();
                    default -> throw new IllegalStateException("no such function: " + call.function());
                };
        curves += made.curves();
        if (curves > MAX_CURVES) {
            throw new Refusal(
                    call.span(), "limit.curves", "the features use more than " + MAX_CURVES + " curves", "", "");
        }
        features.add(feature);
    }

    private SketchState sketch(Value.Reference reference) {
        return sketch(reference.name(), reference.span());
    }

    private SketchState sketch(String name, SourceSpan span) {
        Optional<SketchState> known = names.get(name);
        if (known == null) {
            throw new Refusal(
                    span,
                    "reference.name",
                    "nothing is called \"" + Messages.shortened(name) + "\" here",
                    "the name of a sketch",
                    NearestName.quotedHint(name, names.keySet()));
        }
        return known.orElseThrow(() -> new Refusal(
                span,
                "syntax.type",
                "\"" + Messages.shortened(name) + "\" is a feature, not a sketch",
                "the name of a sketch",
                ""));
    }
}
