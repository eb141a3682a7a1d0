package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.cadquery.CadQueryHistory.Unrecognised;
import dev.cadwright.cad.check.ConstructionCheck;
import dev.cadwright.cad.outline.CircularArc;
import dev.cadwright.cad.outline.Outline;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector2;
import java.util.List;

/** How loops of a plane lie to each other; with a budget, since a program may draw as many as it likes. */
final class LoopGap {
    private static final int STEPS = 256;
    private static final double FLATTENED = 1 - Math.cos(Math.PI / STEPS);
    private static final double NEAR = 1e-5;
    private static final long WORK = 50_000_000;
    private static final long LOOP_WORK = 1000;

    /** Of a first loop to a second; all but {@code MEETS} are certain. */
    enum Relation {
        APART,
        INSIDE,
        AROUND,
        MEETS
    }

    private long left = WORK;

    /** @param error how far the loop may be from its polygon */
    record Drawn(Loop loop, Outline outline, double error) {}

    /** A loop, ready to be compared. @throws Unrecognised if it crosses itself */
    Drawn draw(Loop loop, SourceSpan span) {
        long curves = loop.curves().size();
        spend(LOOP_WORK + curves * Math.min(curves, 1000), span);
        Feature alone = new Feature.Extrude(
                Frame.XY,
                List.of(new Profile(loop, List.of())),
                new Extent.OneSide(1),
                Operation.NEW_BODY,
                SourceSpan.NONE);
        List<Diagnostic> found = ConstructionCheck.check(new Construction(List.of(alone)));
        if (!found.isEmpty()) {
            throw new Unrecognised(span, found.getFirst().message());
        }
        return new Drawn(loop, Outline.of(loop, STEPS), FLATTENED * largestRadius(loop));
    }

    Relation of(Drawn one, Drawn other, SourceSpan span) {
        double margin = one.error + other.error + NEAR * (one.outline.diagonal() + other.outline.diagonal());
        spend(1, span);
        if (apart(one.outline, other.outline, margin)) {
            return Relation.APART;
        }
        if (near(one.outline, other.outline, margin, span)) {
            return Relation.MEETS;
        }
        if (holds(other.outline, one.outline.corner(0))) {
            return Relation.INSIDE;
        }
        return holds(one.outline, other.outline.corner(0)) ? Relation.AROUND : Relation.APART;
    }

    /** @throws Unrecognised where the program's share of work is used up */
    void spend(long work, SourceSpan span) {
        left -= work;
        if (left < 0) {
            throw new Unrecognised(span, "the program is too large to be followed");
        }
    }

    private static double largestRadius(Loop loop) {
        double radius = 0;
        for (Curve curve : loop.curves()) {
            radius = Math.max(
                    radius,
                    switch (curve) {
                        case Curve.Circle circle -> circle.radius();
                        case Curve.Arc arc ->
                            CircularArc.of(arc).map(CircularArc::radius).orElse(0.0);
                        case Curve.Ellipse ellipse -> Math.max(ellipse.axis().length(), ellipse.radius());
                        case Curve.EllipseArc arc -> Math.max(arc.axis().length(), arc.radius());
                        case Curve.Line line -> 0.0;
                        // Nothing is known of how far a spline is from its polygon: it meets all that is near.
                        case Curve.Spline spline -> Double.POSITIVE_INFINITY;
                    });
        }
        return radius;
    }

    private static boolean apart(Outline one, Outline other, double margin) {
        return one.minX() > other.maxX() + margin
                || other.minX() > one.maxX() + margin
                || one.minY() > other.maxY() + margin
                || other.minY() > one.maxY() + margin;
    }

    private static boolean apart(Vector2 a, Vector2 b, Outline other, double margin) {
        return Math.min(a.x(), b.x()) > other.maxX() + margin
                || Math.max(a.x(), b.x()) < other.minX() - margin
                || Math.min(a.y(), b.y()) > other.maxY() + margin
                || Math.max(a.y(), b.y()) < other.minY() - margin;
    }

    private static boolean holds(Outline outline, Vector2 point) {
        return outline.contains(point.x(), point.y());
    }

    private boolean near(Outline one, Outline other, double margin, SourceSpan span) {
        spend((long) one.size() * other.size(), span);
        for (int i = 0; i < one.size(); i++) {
            Vector2 a = one.corner(i);
            Vector2 b = one.corner((i + 1) % one.size());
            if (apart(a, b, other, margin)) {
                continue;
            }
            for (int j = 0; j < other.size(); j++) {
                if (!(gap(a, b, other.corner(j), other.corner((j + 1) % other.size())) > margin)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The distance of two segments. */
    private static double gap(Vector2 a, Vector2 b, Vector2 c, Vector2 d) {
        Vector2 first = b.minus(a);
        Vector2 second = d.minus(c);
        boolean crosses = Math.signum(first.cross(c.minus(a))) != Math.signum(first.cross(d.minus(a)))
                && Math.signum(second.cross(a.minus(c))) != Math.signum(second.cross(b.minus(c)));
        if (crosses) {
            return 0;
        }
        return Math.min(Math.min(gap(a, c, d), gap(b, c, d)), Math.min(gap(c, a, b), gap(d, a, b)));
    }

    private static double gap(Vector2 point, Vector2 start, Vector2 end) {
        Vector2 along = end.minus(start);
        double square = along.dot(along);
        double place = square > 0 ? Math.clamp(point.minus(start).dot(along) / square, 0, 1) : 0;
        return point.distanceTo(start.plus(along.times(place)));
    }
}
