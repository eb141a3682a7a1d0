package dev.cadwright.cad.deepcad.vector;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.deepcad.vector.CadVector.Row;
import dev.cadwright.cad.outline.LoopNesting;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads programs in vector form. Spans name rows as lines, from 1. */
public final class VectorReader {
    private static final int MAX_ROWS = 10_000;

    private final List<Feature> features = new ArrayList<>();
    private final List<List<Row>> loops = new ArrayList<>();

    private VectorReader() {}

    /**
     * The construction that the rows up to the first end describe, within the cube from −1 to 1. Curves without length
     * are left out; which loops are holes is found by containment. Fails, with the row as the line, where rows cannot
     * follow each other and where a loop has no extent.
     */
    public static Parse<Construction> read(CadVector vector) {
        if (vector.rows().size() > MAX_ROWS) {
            return Parse.failed(at(1, "limit.vector", "more than " + MAX_ROWS + " rows"));
        }
        VectorReader reader = new VectorReader();
        int line = 1;
        for (Row row : vector.rows()) {
            if (row.command() == CadVector.END) {
                break;
            }
            Optional<Diagnostic> refused = reader.accept(row, line++);
            if (refused.isPresent()) {
                return Parse.failed(refused.get());
            }
        }
        return reader.loops.isEmpty()
                ? new Parse.Ok<>(new Construction(reader.features))
                : Parse.failed(at(line, "syntax.vector", "the last loops are not extruded"));
    }

    private Optional<Diagnostic> accept(Row row, int line) {
        return switch (row.command()) {
            case CadVector.LOOP -> {
                loops.add(new ArrayList<>());
                yield Optional.empty();
            }
            case CadVector.EXTRUDE -> extrude(row, line);
            default -> {
                if (loops.isEmpty()) {
                    yield Optional.of(at(line, "syntax.vector", "a curve stands outside of a loop"));
                }
                loops.getLast().add(row);
                yield Optional.empty();
            }
        };
    }

    private Optional<Diagnostic> extrude(Row row, int line) {
        int size = row.argument(11);
        if (size <= 0) {
            return Optional.of(at(line, "shape.size", "the sketch has no size"));
        }
        int operation = row.argument(14);
        if (operation < 0 || operation >= Operation.values().length) {
            return Optional.of(at(line, "syntax.vector", "there is no operation " + operation));
        }
        Optional<Extent> extent = extent(row);
        if (extent.isEmpty()) {
            return Optional.of(at(line, "syntax.vector", "there is no extent type " + row.argument(15)));
        }
        List<Loop> made = new ArrayList<>();
        for (List<Row> loop : loops) {
            Optional<Loop> read = new LoopDecoder(Quantiser.size(size), line).loop(loop);
            if (read.isEmpty()) {
                return Optional.of(at(line, "shape.empty-profile", "a loop of this extrude has no extent"));
            }
            made.add(read.get());
        }
        if (made.isEmpty()) {
            return Optional.of(at(line, "shape.empty-profile", "the extrude has no loop"));
        }
        loops.clear();
        features.add(new Feature.Extrude(
                plane(row), LoopNesting.profiles(made), extent.get(), Operation.values()[operation], span(line)));
        return Optional.empty();
    }

    private static Frame plane(Row row) {
        Orientation orientation = new Orientation(
                Quantiser.angle(row.argument(5)), Quantiser.angle(row.argument(6)), Quantiser.angle(row.argument(7)));
        Vector3 origin = new Vector3(
                Quantiser.position(row.argument(8)),
                Quantiser.position(row.argument(9)),
                Quantiser.position(row.argument(10)));
        return new Frame(origin, snapped(orientation.xAxis()), snapped(orientation.normal()));
    }

    /** The axes of space, free of what sines leave of zero. */
    private static Vector3 snapped(Vector3 direction) {
        return new Vector3(snapped(direction.x()), snapped(direction.y()), snapped(direction.z()));
    }

    private static double snapped(double value) {
        double near = Math.rint(value);
        return Math.abs(value - near) < 1e-12 ? near + 0.0 : value;
    }

    private static Optional<Extent> extent(Row row) {
        double first = Quantiser.position(row.argument(12));
        double second = Quantiser.position(row.argument(13));
        return switch (row.argument(15)) {
            case 0 -> Optional.of(new Extent.OneSide(first));
            case 1 -> Optional.of(new Extent.Symmetric(first));
            case 2 -> Optional.of(new Extent.TwoSides(first, second));
            default -> Optional.empty();
        };
    }

    private static SourceSpan span(int line) {
        return new SourceSpan(line, 1, line, CadVector.WIDTH + 1);
    }

    private static Diagnostic at(int line, String code, String message) {
        return Diagnostic.at(span(line), code, message, "");
    }

    /** One loop: the end of its last curve is where it starts. */
    private record LoopDecoder(double size, int line) {
        Optional<Loop> loop(List<Row> rows) {
            if (rows.size() == 1 && rows.getFirst().command() == CadVector.CIRCLE) {
                double radius = rows.getFirst().argument(4) * size / SketchRows.REACH;
                return radius > 0
                        ? Optional.of(new Loop(List.of(new Curve.Circle(place(rows.getFirst()), radius, span(line)))))
                        : Optional.empty();
            }
            if (rows.isEmpty() || rows.stream().anyMatch(row -> row.command() == CadVector.CIRCLE)) {
                return Optional.empty();
            }
            List<Curve> curves = new ArrayList<>();
            Vector2 here = place(rows.getLast());
            for (Row row : rows) {
                Vector2 next = place(row);
                if (!next.equals(here)) {
                    curves.add(row.command() == CadVector.ARC ? arc(row, here, next) : line(here, next));
                    here = next;
                }
            }
            return curves.size() < 2 ? Optional.empty() : Optional.of(new Loop(curves));
        }

        private Vector2 place(Row row) {
            Vector2 steps = new Vector2(row.argument(0) - 128, row.argument(1) - 128);
            return steps.times(size / SketchRows.REACH);
        }

        private Curve line(Vector2 start, Vector2 end) {
            return new Curve.Line(start, end, span(line));
        }

        /** The middle lies off the chord by half of it times the tangent of a quarter of the sweep. */
        private Curve arc(Row row, Vector2 start, Vector2 end) {
            double sweep = Quantiser.sweep(Math.max(1, row.argument(2)));
            Vector2 chord = end.minus(start);
            Vector2 right = new Vector2(chord.y(), -chord.x());
            double bulge = Math.tan(sweep / 4) / 2 * (row.argument(3) == 0 ? -1 : 1);
            return new Curve.Arc(start, start.plus(end).times(0.5).plus(right.times(bulge)), end, span(line));
        }
    }
}
