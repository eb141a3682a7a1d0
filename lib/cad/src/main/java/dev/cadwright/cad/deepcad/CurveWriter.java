package dev.cadwright.cad.deepcad;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.outline.CircularArc;
import dev.cadwright.geometry.Vector2;
import java.io.IOException;
import java.util.Optional;

/** Writes loops and curves. */
final class CurveWriter {
    private final JsonGenerator json;
    private int written;

    CurveWriter(JsonGenerator json) {
        this.json = json;
    }

    void loop(Loop loop) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("is_outer", true);
        json.writeArrayFieldStart("profile_curves");
        for (Curve curve : loop.curves()) {
            json.writeStartObject();
            curve(curve);
            json.writeStringField("curve", "C" + ++written);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void curve(Curve curve) throws IOException {
        switch (curve) {
            case Curve.Line line -> line(line.start(), line.end());
            case Curve.Circle circle -> {
                json.writeStringField("type", "Circle3D");
                point("center_point", circle.centre());
                json.writeNumberField("radius", circle.radius());
                normal();
            }
            case Curve.Arc arc -> {
                Optional<CircularArc> round = CircularArc.of(arc);
                if (round.isPresent()) {
                    arc(arc, round.get());
                } else {
                    // Three points on a line are on no circle; the straight way between the ends is what remains.
                    line(arc.start(), arc.end());
                }
            }
            case Curve.Ellipse ellipse -> throw unexpected(ellipse);
            case Curve.EllipseArc arc -> throw unexpected(arc);
            case Curve.Spline spline -> throw unexpected(spline);
        }
    }

    private static IllegalStateException unexpected(Curve curve) {
        return new IllegalStateException("this was to be refused: " + curve);
    }

    private void line(Vector2 start, Vector2 end) throws IOException {
        json.writeStringField("type", "Line3D");
        point("start_point", start);
        point("end_point", end);
    }

    /** Angles are counter-clockwise from the reference direction, so a clockwise arc is measured from its end. */
    private void arc(Curve.Arc arc, CircularArc round) throws IOException {
        json.writeStringField("type", "Arc3D");
        point("start_point", arc.start());
        point("end_point", arc.end());
        point("mid_point", arc.mid());
        point("center_point", round.centre());
        json.writeNumberField("radius", round.radius());
        json.writeNumberField("start_angle", 0.0);
        json.writeNumberField("end_angle", Math.abs(round.sweep()));
        Vector2 first = round.sweep() > 0 ? arc.start() : arc.end();
        point("reference_vector", first.minus(round.centre()).times(1 / round.radius()));
        normal();
    }

    private void normal() throws IOException {
        json.writeObjectFieldStart("normal");
        json.writeNumberField("x", 0.0);
        json.writeNumberField("y", 0.0);
        json.writeNumberField("z", 1.0);
        json.writeEndObject();
    }

    private void point(String name, Vector2 point) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("x", point.x());
        json.writeNumberField("y", point.y());
        json.writeNumberField("z", 0.0);
        json.writeEndObject();
    }
}
