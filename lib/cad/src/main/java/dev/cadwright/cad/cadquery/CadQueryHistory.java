package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.geometry.Transform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Recognises a history of extrusions in the shapes that a program left: plane profiles pushed along their normal, boxes
 * and cylinders, united with one body, cut out of it or intersected with it in turn.
 */
public final class CadQueryHistory {
    private static final int DEEPEST = 500;

    /** What is known to be no such history. */
    static final class Unrecognised extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Diagnostic diagnostic;

        Unrecognised(SourceSpan span, String message) {
            super(message, null, false, false);
            diagnostic = Diagnostic.at(span, "unsupported.history", message, "");
        }
    }

    private CadQueryHistory() {}

    /** The construction that gives the same solids; fails with the reason where there is none. */
    public static Parse<Construction> of(List<Shape> results) {
        if (results.isEmpty()) {
            return Parse.failed(Diagnostic.at(SourceSpan.NONE, "shape.empty", "the program leaves no shape", ""));
        }
        try {
            return new Parse.Ok<>(new Construction(union(results, Transform.IDENTITY, 0)));
        } catch (Unrecognised e) {
            return Parse.failed(e.diagnostic);
        }
    }

    private static List<Feature> features(Shape shape, Transform place, int depth) {
        if (depth > DEEPEST) {
            throw new Unrecognised(shape.span(), "the history is too deep");
        }
        return switch (shape) {
            case SolidShape solid -> List.of(Extrusions.of(List.of(solid), place));
            case BooleanShape.Fuse fuse -> union(fuse.shapes(), place, depth + 1);
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
            case GroupShape.Compound compound -> union(compound.shapes(), place, depth + 1);
            case GroupShape.Solids solids -> union(solids.of(), place, depth + 1);
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
    private static List<Feature> tools(Shape tool, Transform place, int depth) {
        List<Feature> features = features(tool, place, depth);
        requireUnion(features, tool.span());
        return features.stream().map(feature -> as(feature, Operation.CUT)).toList();
    }

    private static void requireUnion(List<Feature> features, SourceSpan span) {
        for (int i = 1; i < features.size(); i++) {
            if (features.get(i).operation() != Operation.JOIN) {
                single(features, span);
            }
        }
    }

    private static List<Feature> union(List<Shape> shapes, Transform place, int depth) {
        List<Feature> features = new ArrayList<>();
        for (List<Shape> group : grouped(shapes)) {
            List<Feature> more = group.size() > 1
                    ? List.of(Extrusions.of(
                            group.stream().map(SolidShape.class::cast).toList(), place))
                    : features(group.getFirst(), place, depth + 1);
            if (features.isEmpty()) {
                features.addAll(more);
            } else {
                requireUnion(more, group.getFirst().span());
                more.forEach(feature -> features.add(as(feature, Operation.JOIN)));
            }
        }
        if (features.isEmpty()) {
            throw new Unrecognised(SourceSpan.NONE, "there is nothing in the history");
        }
        return features;
    }

    /** Prisms over the faces of one and the same shape stand together: only all of them make its profiles. */
    private static List<List<Shape>> grouped(List<Shape> shapes) {
        Map<Object, List<Shape>> groups = new LinkedHashMap<>();
        for (Shape shape : shapes) {
            Object key = shape instanceof SolidShape.Prism(Shape face, var along, var span)
                            && face instanceof ModifiedShape.Part part
                            && part.kind() == Kind.FACE
                    ? System.identityHashCode(Extrusions.unplaced(part.of()))
                    : new Object();
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(shape);
        }
        return List.copyOf(groups.values());
    }

    private static Feature as(Feature feature, Operation operation) {
        return feature instanceof Feature.Extrude extrude
                ? new Feature.Extrude(extrude.plane(), extrude.profiles(), extrude.extent(), operation, extrude.span())
                : feature;
    }
}
