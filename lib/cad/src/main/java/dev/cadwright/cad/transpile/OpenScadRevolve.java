package dev.cadwright.cad.transpile;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.check.RevolveCheck;
import dev.cadwright.cad.outline.Curves;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;

/** Writes a revolution: OpenSCAD turns what lies right of the y axis about it, which then points upwards. */
record OpenScadRevolve(StringBuilder text) {
    void print(Feature.Revolve revolve) {
        for (Diagnostic wrong : RevolveCheck.check(revolve)) {
            throw new Untranslatable(revolve.span(), "revolve", wrong.message());
        }
        Vector2 foot = revolve.axis().start();
        Vector2 along = revolve.axis().end().minus(foot);
        Vector2 up = along.times(1 / along.length());
        Vector2 right = new Vector2(up.y(), -up.x());
        boolean onTheRight = side(revolve, foot, right) >= 0;
        Vector2 out = onTheRight ? right : right.times(-1);
        Frame plane = revolve.plane();
        Vector3 z = plane.xAxis().times(up.x()).plus(plane.yAxis().times(up.y()));
        Vector3 x = plane.xAxis().times(out.x()).plus(plane.yAxis().times(out.y()));
        OpenScadPrinter.multmatrix(text, plane.at(foot.x(), foot.y()), x, z.cross(x), z);
        double from = revolve.turn().from();
        if (from != 0) {
            text.append("  rotate([0, 0, ").append(Words.number(from)).append("])\n");
        }
        text.append("  rotate_extrude(angle = ")
                .append(Words.number(revolve.turn().to() - from))
                .append(", $fn = ")
                .append(OpenScadPrinter.SEGMENTS)
                .append(", convexity = 10)\n");
        // What rounding leaves on the other side of the axis would be refused.
        new OpenScadOutline(text).print(revolve.profiles(), point -> {
            Vector2 place = point.minus(foot);
            return new Vector2(Math.max(0, place.dot(out)), place.dot(up));
        });
    }

    /** On which side of the axis the profiles lie, by where they reach farther. */
    private static double side(Feature.Revolve revolve, Vector2 foot, Vector2 right) {
        double low = 0;
        double high = 0;
        for (Profile profile : revolve.profiles()) {
            for (Curve curve : profile.outer().curves()) {
                double[] reach = Curves.reach(curve, right);
                low = Math.min(low, reach[0] - right.dot(foot));
                high = Math.max(high, reach[1] - right.dot(foot));
            }
        }
        return high + low;
    }
}
