package dev.cadwright.cad.sketch;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.NearestName;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Path;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.Section;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.Turn;
import dev.cadwright.cad.sketch.Statement.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes the feature that one call means. */
final class Features {
    private final Arguments arguments;
    private final Function<Value.Reference, SketchState> sketches;
    private final SourceSpan span;
    private int curves;

    Features(Arguments arguments, Function<Value.Reference, SketchState> sketches) {
        this.arguments = arguments;
        this.sketches = sketches;
        this.span = arguments.call().span();
    }

    /** Curves that the feature uses. */
    int curves() {
        return curves;
    }

    Feature extrude() {
        SketchState sketch = sketch("sketch");
        Extent extent = extent();
        double start = arguments.number("start", 0);
        return new Feature.Extrude(
                start == 0 ? sketch.plane() : sketch.plane().offset(start),
                sketch.profiles(arguments.get("sketch").span()),
                extent,
                operation(),
                span);
    }

    Feature revolve() {
        SketchState sketch = sketch("sketch");
        Turn turn = turn();
        return new Feature.Revolve(
                sketch.plane(),
                sketch.profiles(arguments.get("sketch").span()),
                arguments.line("axis"),
                turn,
                operation(),
                span);
    }

    Feature loft() {
        List<Section> sections = new ArrayList<>();
        for (Value.Reference reference : arguments.references("sections")) {
            SketchState sketch = sketches.apply(reference);
            curves += sketch.size();
            List<Profile> profiles = sketch.profiles(reference.span());
            if (profiles.size() != 1) {
                throw new Refusal(
                        reference.span(),
                        "shape.loft",
                        "a section of a loft has " + profiles.size() + " profiles",
                        "one profile",
                        "");
            }
            sections.add(new Section(sketch.plane(), profiles.getFirst()));
        }
        boolean ruled = arguments.flag("ruled", false);
        Operation operation = operation();
        try {
            return new Feature.Loft(sections, ruled, operation, span);
        } catch (IllegalArgumentException e) {
            throw new Refusal(span, "shape.loft", e.getMessage(), "as many holes in each", "");
        }
    }

    Feature sweep() {
        SketchState sketch = sketch("sketch");
        SketchState path = sketch("path");
        List<Curve> chain = path.chain(arguments.get("path").span());
        return new Feature.Sweep(
                sketch.plane(),
                sketch.profiles(arguments.get("sketch").span()),
                new Path(path.plane(), chain),
                operation(),
                span);
    }

    private SketchState sketch(String parameter) {
        SketchState sketch = sketches.apply(arguments.reference(parameter));
        curves += sketch.size();
        return sketch;
    }

    private Extent extent() {
        double distance = arguments.number("distance");
        double taper = taper("taper");
        if (!arguments.has("against")) {
            if (arguments.has("against_taper")) {
                throw lonely("against_taper", "there is no side against the normal to taper", "against=…");
            }
            return arguments.flag("symmetric", false)
                    ? new Extent.Symmetric(distance, taper)
                    : new Extent.OneSide(distance, taper);
        }
        requireNotSymmetric("a symmetric extrude has no distance against the normal");
        return new Extent.TwoSides(distance, arguments.number("against"), taper, taper("against_taper"));
    }

    private double taper(String parameter) {
        double taper = arguments.number(parameter, 0);
        if (!(Math.abs(taper) < 90)) {
            throw new Refusal(
                    arguments.get(parameter).span(),
                    "shape.taper",
                    "a side cannot lean by " + taper + " degrees",
                    "less than 90 degrees",
                    "");
        }
        return taper;
    }

    private Turn turn() {
        double angle = arguments.number("angle", 360);
        if (!arguments.has("against")) {
            return arguments.flag("symmetric", false) ? new Turn.Symmetric(angle) : new Turn.OneSide(angle);
        }
        requireNotSymmetric("a symmetric revolve has no angle the other way");
        return new Turn.TwoSides(angle, arguments.number("against"));
    }

    private void requireNotSymmetric(String message) {
        if (arguments.flag("symmetric", false)) {
            throw lonely("against", message, "either symmetric=True or against=…");
        }
    }

    private Refusal lonely(String parameter, String message, String expectation) {
        return new Refusal(arguments.get(parameter).span(), "syntax.argument", message, expectation, "");
    }

    private Operation operation() {
        if (!arguments.has("operation")) {
            return Operation.NEW_BODY;
        }
        String name = arguments.text("operation");
        Operation operation = Vocabulary.OPERATIONS.get(name);
        if (operation == null) {
            throw new Refusal(
                    arguments.get("operation").span(),
                    "syntax.operation",
                    "there is no operation \"" + Messages.shortened(name) + "\"",
                    "\"new_body\", \"join\", \"cut\" or \"intersect\"",
                    NearestName.quotedHint(name, Vocabulary.OPERATIONS.keySet()));
        }
        return operation;
    }
}
