package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.outline.Reach;
import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Transform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Recognises a history of features in the shapes that a program left: plane profiles pushed along their normal or turned
 * about an axis, boxes and cylinders, united with one body, cut out of it or intersected with it in turn.
 */
public final class CadQueryHistory {
    /** The code of the diagnostic for programs that are no history. */
    public static final String UNSUPPORTED = "unsupported.history";

    static final int DEEPEST = 500;
    private static final int MOST_APART = 1000;
    private static final long UNFOLDING = 2000;
    private static final long COPYING = 100;

    /** What is known to be no such history. */
    static final class Unrecognised extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient SourceSpan span;

        Unrecognised(SourceSpan span, String message) {
            super(message, null, false, false);
            this.span = span;
        }

        SourceSpan span() {
            return span;
        }
    }

    private final LoopGap gap;
    private final Map<Shape, Map<Transform, List<Feature>>> known = new IdentityHashMap<>();

    /** One for several questions remembers the features of the shapes that they share. */
    CadQueryHistory(LoopGap gap) {
        this.gap = gap;
    }

    /** The construction that gives the same solids; fails with the reason where there is none. */
    public static Parse<Construction> of(List<Shape> results) {
        return new CadQueryHistory(new LoopGap()).construction(results);
    }

    Parse<Construction> construction(List<Shape> results) {
        if (results.isEmpty()) {
            return Parse.failed(Diagnostic.at(SourceSpan.NONE, "shape.empty", "the program leaves no shape", ""));
        }
        try {
            return new Parse.Ok<>(new Construction(apart(results, Transform.IDENTITY, 0)));
        } catch (Unrecognised e) {
            return unsupported(e.span(), e.getMessage());
        }
    }

    static Parse<Construction> unsupported(SourceSpan span, String reason) {
        return Parse.failed(Diagnostic.at(
                span,
                UNSUPPORTED,
                reason,
                "a history is made of sketches, extrusions, revolutions, boxes and cylinders"));
    }

    private List<Feature> features(Shape shape, Transform place, int depth) {
        if (depth > DEEPEST) {
            throw new Unrecognised(shape.span(), "the history is too deep");
        }
        Map<Transform, List<Feature>> places = known.computeIfAbsent(shape, any -> new HashMap<>());
        List<Feature> features = places.get(place);
        if (features == null) {
            // A shape that is used at two places is unfolded twice, and so on.
            gap.spend(UNFOLDING, shape.span());
            features = List.copyOf(unfolded(shape, place, depth));
            places.put(place, features);
        }
        gap.spend(COPYING * features.size(), shape.span());
        return features;
    }

    private List<Feature> unfolded(Shape shape, Transform place, int depth) {
        return switch (shape) {
            case SolidShape solid -> Extrusions.of(List.of(solid), place, gap);
            case BooleanShape.Fuse fuse -> union(bodies(fuse.shapes(), place, depth + 1));
            case BooleanShape.Cut cut -> {
                List<Feature> features = new ArrayList<>(features(cut.of(), place, depth + 1));
                cut.tools().forEach(tool -> features.addAll(tools(tool, place, depth + 1)));
                yield features;
            }
            case BooleanShape.Common common -> {
                List<Feature> features = new ArrayList<>(features(common.of(), place, depth + 1));
                if (common.tools().size() != 1) {
                    throw new Unrecognised(common.span(), "an intersection with several shapes is no single step");
                }
                List<Feature> tool = features(common.tools().getFirst(), place, depth + 1);
                features.add(as(single(tool, common.span()), Operation.INTERSECT));
                yield features;
            }
            case ModifiedShape.Clean clean -> features(clean.of(), place, depth + 1);
            case ModifiedShape.Placed placed ->
                features(placed.of(), placed.by().then(place), depth + 1);
            case ModifiedShape.Transformed moved ->
                features(moved.of(), moved.by().then(place), depth + 1);
            case GroupShape.Compound compound -> apart(compound.shapes(), place, depth + 1);
            case GroupShape.Solids solids -> apart(solids.of(), place, depth + 1);
            case GroupShape.Members members -> features(members.of(), place, depth + 1);
            default ->
                throw new Unrecognised(
                        shape.span(),
                        "\"" + shape.getClass().getSimpleName() + "\" is no step of an extrusion history");
        };
    }

    private static Feature single(List<Feature> features, SourceSpan span) {
        if (features.size() != 1) {
            throw new Unrecognised(
                    span, "a body that was combined before it is combined again has no place in a history");
        }
        return features.getFirst();
    }

    /** A tool that was united takes away each of its parts; one that was cut itself cannot be written. */
    private List<Feature> tools(Shape tool, Transform place, int depth) {
        List<Feature> features = features(tool, place, depth);
        if (!isUnion(features)) {
            single(features, tool.span());
        }
        return features.stream().map(feature -> as(feature, Operation.CUT)).toList();
    }

    private static boolean isUnion(List<Feature> features) {
        return features.stream().skip(1).allMatch(feature -> feature.operation() == Operation.JOIN);
    }

    /** Shapes side by side that are not united: a history unites them, so they must be apart. */
    private List<Feature> apart(List<Shape> shapes, Transform place, int depth) {
        List<Body> bodies = bodies(shapes, place, depth);
        if (bodies.size() > 1) {
            requireApart(bodies);
        }
        return union(bodies);
    }

    private static void requireApart(List<Body> bodies) {
        List<Bounds> boxes = new ArrayList<>();
        for (Body body : bodies) {
            Bounds box = Reach.bounds(new Construction(body.features))
                    .orElseThrow(() -> new Unrecognised(body.span, "a body of nothing"));
            if (boxes.size() >= MOST_APART || boxes.stream().anyMatch(other -> overlap(box, other))) {
                throw new Unrecognised(body.span, "bodies that are not united may lie in each other");
            }
            boxes.add(box);
        }
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return one.min().x() < other.max().x()
                && other.min().x() < one.max().x()
                && one.min().y() < other.max().y()
                && other.min().y() < one.max().y()
                && one.min().z() < other.max().z()
                && other.min().z() < one.max().z();
    }

    /** The order of a union has no meaning: a body that was cut goes first, where it can still be written. */
    private static List<Feature> union(List<Body> bodies) {
        List<Feature> joined = new ArrayList<>();
        List<Feature> first = new ArrayList<>();
        for (Body body : bodies) {
            if (isUnion(body.features)) {
                joined.addAll(body.features);
            } else if (first.isEmpty()) {
                first.addAll(body.features);
            } else {
                single(body.features, body.span);
            }
        }
        if (first.isEmpty() && joined.isEmpty()) {
            throw new Unrecognised(SourceSpan.NONE, "there is nothing in the history");
        }
        if (first.isEmpty()) {
            first.add(as(joined.removeFirst(), Operation.NEW_BODY));
        }
        joined.forEach(feature -> first.add(as(feature, Operation.JOIN)));
        return first;
    }

    private record Body(List<Feature> features, SourceSpan span) {}

    private List<Body> bodies(List<Shape> shapes, Transform place, int depth) {
        return Extrusions.grouped(shapes).stream()
                .map(group ->
                        new Body(together(group, place, depth), group.getFirst().span()))
                .toList();
    }

    private List<Feature> together(List<Shape> group, Transform place, int depth) {
        return group.size() > 1
                ? Extrusions.of(group.stream().map(SolidShape.class::cast).toList(), place, gap)
                : features(group.getFirst(), place, depth + 1);
    }

    private static Feature as(Feature feature, Operation operation) {
        return switch (feature) {
            case Feature.Extrude of ->
                new Feature.Extrude(of.plane(), of.profiles(), of.extent(), operation, of.span());
            case Feature.Revolve of ->
                new Feature.Revolve(of.plane(), of.profiles(), of.axis(), of.turn(), operation, of.span());
            case Feature.Loft of -> new Feature.Loft(of.sections(), of.ruled(), operation, of.span());
            case Feature.Sweep of -> new Feature.Sweep(of.plane(), of.profiles(), of.path(), operation, of.span());
        };
    }
}
