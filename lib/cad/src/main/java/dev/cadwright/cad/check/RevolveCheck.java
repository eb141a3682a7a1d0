package dev.cadwright.cad.check;

import dev.cadwright.cad.Axis;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.outline.Curves;
import dev.cadwright.geometry.Vector2;
import java.util.List;
import java.util.Optional;

/** Looks at the axis and the angle of a revolution, and on which side of the axis its profiles lie. */
public final class RevolveCheck {
    /** Nearer to the axis than this, relative to the profile's reach, a point lies on it. */
    private static final double ON_AXIS = 1e-6;

    private RevolveCheck() {}

    /** What is wrong with a revolution; empty where it makes a solid. */
    public static List<Diagnostic> check(Feature.Revolve revolve) {
        return angle(revolve).or(() -> axis(revolve)).stream().toList();
    }

    private static Optional<Diagnostic> angle(Feature.Revolve revolve) {
        double turn = revolve.turn().to() - revolve.turn().from();
        if (turn > 0 && turn <= 360) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.at(
                revolve.span(),
                "shape.turn",
                "the profile turns by " + turn + " degrees",
                "turn by more than 0 and at most 360 degrees"));
    }

    private static Optional<Diagnostic> axis(Feature.Revolve revolve) {
        Axis axis = revolve.axis();
        Vector2 along = axis.end().minus(axis.start());
        if (!(along.length() > 0)) {
            return Optional.of(Diagnostic.at(
                    revolve.span(), "shape.axis", "the axis has no direction", "give it two different points"));
        }
        Vector2 across = new Vector2(-along.y(), along.x()).times(1 / along.length());
        double level = across.dot(axis.start());
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Profile profile : revolve.profiles()) {
            for (Curve curve : profile.outer().curves()) {
                double[] reach = Curves.reach(curve, across);
                low = Math.min(low, reach[0] - level);
                high = Math.max(high, reach[1] - level);
            }
        }
        double slack = ON_AXIS * Math.max(Math.abs(low), Math.abs(high));
        return low < -slack && high > slack
                ? Optional.of(Diagnostic.at(
                        revolve.span(),
                        "shape.axis-crossing",
                        "the profile lies on both sides of its axis",
                        "keep it on one side"))
                : Optional.empty();
    }
}
