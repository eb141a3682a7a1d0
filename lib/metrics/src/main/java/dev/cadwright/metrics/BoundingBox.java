package dev.cadwright.metrics;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.util.List;

/** The trivial baseline: the box around the input. What a model must beat to have understood anything. */
public final class BoundingBox {
    /** A flat cloud still gets a solid: no side is thinner than this share of the longest. */
    private static final double THINNEST = 1e-3;

    private BoundingBox() {}

    /**
     * The box around a cloud as a program of one extrusion.
     *
     * @throws IllegalArgumentException if the cloud has fewer than two different points
     */
    public static Construction of(PointCloud input) {
        Bounds bounds = input.bounds();
        double least = bounds.longestSide() * THINNEST;
        if (!(least > 0)) {
            throw new IllegalArgumentException("a cloud without extent has no box");
        }
        Vector3 centre = bounds.centre();
        double x = Math.max(bounds.size().x(), least) / 2;
        double y = Math.max(bounds.size().y(), least) / 2;
        double z = Math.max(bounds.size().z(), least) / 2;
        Frame plane = new Frame(centre, Vector3.X, Vector3.Z);
        Profile rectangle = new Profile(rectangle(x, y), List.of());
        return new Construction(List.of(new Feature.Extrude(
                plane, List.of(rectangle), new Extent.Symmetric(z), Operation.NEW_BODY, SourceSpan.NONE)));
    }

    private static Loop rectangle(double x, double y) {
        Vector2 a = new Vector2(-x, -y);
        Vector2 b = new Vector2(x, -y);
        Vector2 c = new Vector2(x, y);
        Vector2 d = new Vector2(-x, y);
        return new Loop(List.of(line(a, b), line(b, c), line(c, d), line(d, a)));
    }

    private static Curve line(Vector2 from, Vector2 to) {
        return new Curve.Line(from, to, SourceSpan.NONE);
    }
}
