package dev.cadwright.cad.deepcad.vector;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.deepcad.vector.CadVector.Row;
import dev.cadwright.cad.outline.Expressible;
import dev.cadwright.cad.outline.Reach;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes constructions in vector form. */
public final class VectorWriter {
    private static final int MAX_EXTRUDES = 10;
    private static final int MAX_LOOPS = 6;
    /** Rows of a loop, its start among them. */
    private static final int MAX_ROWS = 15;

    private static final double SHARE = 0.75;

    private final PolarAngles angles;
    private final double scale;
    private final List<Row> rows = new ArrayList<>();
    private int extrudes;

    private VectorWriter(PolarAngles angles, double scale) {
        this.angles = angles;
        this.scale = scale;
    }

    /** As below, for the box of the material that the construction adds. */
    public static Parse<CadVector> write(Construction construction, PolarAngles angles) {
        return Reach.bounds(construction)
                .map(bounds -> write(construction, bounds, angles))
                .orElseGet(() ->
                        Parse.failed(Diagnostic.at(SourceSpan.NONE, "shape.empty", "the program makes nothing", "")));
    }

    /**
     * The program in vector form, one end behind it. It is scaled about the origin so that no side of the box is farther
     * than 0.75 away. Several profiles of one extrude become as many extrudes. Fails where the form cannot say what is
     * meant, and where more is needed than it holds: 10 extrudes, 6 loops each, 14 curves a loop, 60 rows.
     *
     * @param bounds of the finished shape; DeepCAD takes it from the file, see {@code DeepCadReader.boundingBox}
     */
    public static Parse<CadVector> write(Construction construction, Bounds bounds, PolarAngles angles) {
        Optional<Diagnostic> obstacle = Expressible.obstacle(construction, "the vector form")
                .or(() -> Expressible.splitIntersection(construction, "the vector form"));
        if (obstacle.isPresent()) {
            return Parse.failed(obstacle.get());
        }
        double farthest = Math.max(largest(bounds.min()), largest(bounds.max()));
        if (!(farthest > 0)) {
            return Parse.failed(Diagnostic.at(SourceSpan.NONE, "shape.size", "the shape's box has no size", ""));
        }
        VectorWriter writer = new VectorWriter(angles, SHARE / farthest);
        for (Feature feature : construction.features()) {
            Optional<Diagnostic> refused =
                    feature instanceof Feature.Extrude extrude ? writer.add(extrude) : Optional.empty();
            if (refused.isPresent()) {
                return Parse.failed(refused.get());
            }
        }
        writer.rows.add(Row.of(CadVector.END));
        return writer.rows.size() > CadVector.MAX_LENGTH
                ? Parse.failed(limit(SourceSpan.NONE, writer.rows.size() + " rows", CadVector.MAX_LENGTH))
                : new Parse.Ok<>(new CadVector(writer.rows));
    }

    private static double largest(Vector3 point) {
        return Math.max(Math.abs(point.x()), Math.max(Math.abs(point.y()), Math.abs(point.z())));
    }

    private Optional<Diagnostic> add(Feature.Extrude extrude) {
        Operation operation = extrude.operation();
        for (Profile profile : extrude.profiles()) {
            Optional<Diagnostic> refused = add(extrude, profile, operation);
            if (refused.isPresent()) {
                return refused;
            }
            operation = operation == Operation.NEW_BODY ? Operation.JOIN : operation;
        }
        return Optional.empty();
    }

    private Optional<Diagnostic> add(Feature.Extrude extrude, Profile profile, Operation operation) {
        if (++extrudes > MAX_EXTRUDES) {
            return Optional.of(limit(extrude.span(), "more than " + MAX_EXTRUDES + " extrudes", MAX_EXTRUDES));
        }
        SketchRows sketch = new SketchRows(profile);
        if (sketch.loops().size() > MAX_LOOPS) {
            return Optional.of(limit(extrude.span(), sketch.loops().size() + " loops", MAX_LOOPS));
        }
        if (sketch.loops().stream().anyMatch(loop -> loop.size() + 1 > MAX_ROWS)) {
            return Optional.of(limit(extrude.span(), "a loop of more than 14 curves", MAX_ROWS - 1));
        }
        if (!(sketch.size() > 0)) {
            return Optional.of(Diagnostic.at(extrude.span(), "shape.size", "the sketch has no size", ""));
        }
        double[] reach = reach(extrude.extent());
        if (Math.abs(reach[0]) > 2 || Math.abs(reach[1]) > 2) {
            return Optional.of(Diagnostic.at(
                    extrude.span(),
                    "limit.extent",
                    "the extrude reaches farther than the form has numbers for",
                    "cut less far beyond the body"));
        }
        if (sketch.size() * scale > Quantiser.LARGEST_SIZE
                || largest(start(extrude, sketch)) > Quantiser.LARGEST_POSITION) {
            return Optional.of(Diagnostic.at(
                    extrude.span(),
                    "limit.sketch",
                    "the sketch lies farther out than the form has numbers for, compared with the finished shape",
                    "draw what cuts no larger than the body"));
        }
        rows.addAll(sketch.rows());
        rows.add(row(extrude, sketch, operation, reach));
        return Optional.empty();
    }

    private Vector3 start(Feature.Extrude extrude, SketchRows sketch) {
        return origin(extrude.plane(), Orientation.of(extrude.plane(), angles), sketch)
                .times(scale);
    }

    private double[] reach(Extent extent) {
        return switch (extent) {
            case Extent.OneSide(double distance, var _) -> new double[] {distance * scale, 0};
            case Extent.Symmetric(double distance, var _) -> new double[] {distance * scale, 0};
            case Extent.TwoSides(double first, double second, var _, var _) ->
                new double[] {first * scale, second * scale};
        };
    }

    private Row row(Feature.Extrude extrude, SketchRows sketch, Operation operation, double[] reach) {
        Frame plane = extrude.plane();
        Orientation orientation = Orientation.of(plane, angles);
        Vector3 start = start(extrude, sketch);
        int type =
                switch (extrude.extent()) {
                    case Extent.OneSide one -> 0;
                    case Extent.Symmetric symmetric -> 1;
                    case Extent.TwoSides both -> 2;
                };
        return Row.of(
                CadVector.EXTRUDE,
                CadVector.UNUSED,
                CadVector.UNUSED,
                CadVector.UNUSED,
                CadVector.UNUSED,
                CadVector.UNUSED,
                Quantiser.angle(orientation.theta(), angles),
                Quantiser.angle(orientation.phi(), angles),
                Quantiser.angle(orientation.gamma(), angles),
                Quantiser.position(start.x()),
                Quantiser.position(start.y()),
                Quantiser.position(start.z()),
                Quantiser.size(sketch.size() * scale),
                Quantiser.position(reach[0]),
                Quantiser.position(reach[1]),
                operation.ordinal(),
                type);
    }

    /** Where the sketch's first corner lies; the original goes there along axes that went through their angles. */
    private Vector3 origin(Frame plane, Orientation orientation, SketchRows sketch) {
        return switch (angles) {
            case FAITHFUL ->
                orientation
                        .xAxis()
                        .times(sketch.start().x())
                        .plus(Orientation.throughPolar(plane.yAxis(), angles)
                                .times(sketch.start().y()))
                        .plus(plane.origin());
            case CORRECTED -> plane.at(sketch.start().x(), sketch.start().y());
        };
    }

    private static Diagnostic limit(SourceSpan span, String found, int most) {
        return Diagnostic.at(span, "limit.vector", found + ", where the vector form holds " + most, "");
    }
}
