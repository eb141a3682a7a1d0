package dev.cadwright.kernel;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.List;

/** Constructions made by hand. */
final class Shapes {
    private Shapes() {}

    static Source.Program program(Feature... features) {
        return new Source.Program(new Construction(List.of(features)));
    }

    static Feature.Extrude extrude(Frame plane, Extent extent, Operation operation, Profile... profiles) {
        return new Feature.Extrude(plane, List.of(profiles), extent, operation, SourceSpan.NONE);
    }

    /** A feature on the XY plane, upwards. */
    static Feature.Extrude up(double height, Operation operation, Profile... profiles) {
        return extrude(Frame.XY, new Extent.OneSide(height), operation, profiles);
    }

    static Source.Program box(double x, double y, double z) {
        return program(up(z, Operation.NEW_BODY, profile(rectangle(0, 0, x, y))));
    }

    /** A plate of 40 × 30 × 5 with a round hole of radius 4. */
    static Source.Program plateWithHole() {
        return program(up(5, Operation.NEW_BODY, profile(rectangle(0, 0, 40, 30), circle(20, 15, 4))));
    }

    /** Four extrusions in different planes: a base, a boss, a pocket and a bore through all. */
    static Source.Program bracket() {
        return program(
                up(8, Operation.NEW_BODY, profile(rectangle(0, 0, 60, 40))),
                extrude(
                        Frame.XY.offset(8),
                        new Extent.OneSide(20),
                        Operation.JOIN,
                        profile(rectangle(0, 0, 10, 40)),
                        profile(circle(40, 20, 10))),
                extrude(Frame.XY.offset(8), new Extent.OneSide(-4), Operation.CUT, profile(slot(20, 5, 50, 3))),
                up(30, Operation.CUT, profile(circle(40, 20, 5))));
    }

    static Profile profile(Loop outer, Loop... holes) {
        return new Profile(outer, List.of(holes));
    }

    static Loop circle(double x, double y, double radius) {
        return new Loop(List.of(new Curve.Circle(new Vector2(x, y), radius, SourceSpan.NONE)));
    }

    static Loop rectangle(double x0, double y0, double x1, double y1) {
        return polygon(x0, y0, x1, y0, x1, y1, x0, y1);
    }

    static Loop polygon(double... coordinates) {
        int count = coordinates.length / 2;
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int j = (i + 1) % count;
            curves.add(line(coordinates[2 * i], coordinates[2 * i + 1], coordinates[2 * j], coordinates[2 * j + 1]));
        }
        return new Loop(curves);
    }

    /** A straight slot along x with round ends. */
    static Loop slot(double x0, double y, double x1, double radius) {
        return new Loop(List.of(
                line(x0, y - radius, x1, y - radius),
                arc(x1, y - radius, x1 + radius, y, x1, y + radius),
                line(x1, y + radius, x0, y + radius),
                arc(x0, y + radius, x0 - radius, y, x0, y - radius)));
    }

    static Curve line(double x0, double y0, double x1, double y1) {
        return new Curve.Line(new Vector2(x0, y0), new Vector2(x1, y1), SourceSpan.NONE);
    }

    static Curve arc(double x0, double y0, double x1, double y1, double x2, double y2) {
        return new Curve.Arc(new Vector2(x0, y0), new Vector2(x1, y1), new Vector2(x2, y2), SourceSpan.NONE);
    }
}
