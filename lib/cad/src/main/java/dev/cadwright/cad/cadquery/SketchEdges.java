package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.Conversions;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loose edges of a sketch. Some methods have several forms, told apart by the types of their arguments. */
final class SketchEdges {
    private SketchEdges() {}

    static Value edge(SketchValue self, Arguments call) {
        ShapeValue edge = ShapeValue.of(call.value("val")).forConstruction(call.truth("forConstruction"));
        return add(self, edge, call.optionalText("tag").orElse(""));
    }

    private static SketchValue add(SketchValue self, ShapeValue edge, String tag) {
        self.edges().add(edge);
        if (!tag.isEmpty()) {
            self.tag(tag, List.of(edge));
        }
        return self;
    }

    /** The arguments of one form: what it is made of, then tag and forConstruction. */
    private record Form(List<Value> values, String tag, boolean forConstruction) {
        static Form read(Arguments call, List<String> names) {
            List<Value> values = new ArrayList<>(call.rest("args"));
            Map<Value, Value> keywords = call.keywords("kwargs");
            int geometric = 0;
            while (geometric < values.size() && isGeometric(values.get(geometric))) {
                geometric++;
            }
            List<Value> rest = new ArrayList<>(values.subList(geometric, values.size()));
            values = new ArrayList<>(values.subList(0, geometric));
            for (String name : names) {
                Value value = keywords.get(new StrValue(name));
                if (value != null) {
                    values.add(value);
                }
            }
            Value tag = rest.isEmpty() ? keywords.get(new StrValue("tag")) : rest.getFirst();
            Value construction = rest.size() < 2 ? keywords.get(new StrValue("forConstruction")) : rest.get(1);
            return new Form(
                    values,
                    tag == null || tag == NoneValue.NONE ? "" : Conversions.text(tag, "tag"),
                    construction != null && call.runtime().truth(construction));
        }

        private static boolean isGeometric(Value value) {
            return !(value instanceof BoolValue) && (Vectors.isNumber(value) || Vectors.isVector(value));
        }

        Vector3 point(int index) {
            return Vectors.of(values.get(index));
        }

        double number(int index) {
            return Vectors.number(values.get(index));
        }

        boolean isNumber(int index) {
            return Vectors.isNumber(values.get(index));
        }
    }

    private static Value add(SketchValue self, Shape edge, Form form) {
        ShapeValue value = self.modelling().shape(edge, Kind.EDGE).forConstruction(form.forConstruction());
        return add(self, value, form.tag());
    }

    static Value segment(SketchValue self, Arguments call) {
        Form form = Form.read(call, List.of("p1", "l", "p2", "a"));
        Vector3 start;
        Vector3 end;
        if (form.values().size() == 1) {
            start = lastPoint(self);
            end = form.point(0);
        } else if (form.values().size() == 2 && form.isNumber(0)) {
            double angle = Math.toRadians(form.number(1));
            double length = form.number(0);
            start = lastPoint(self);
            end = start.plus(new Vector3(length * Math.cos(angle), length * Math.sin(angle), 0));
        } else if (form.values().size() == 2) {
            start = form.point(0);
            end = form.point(1);
        } else {
            throw wrongForm("segment");
        }
        return add(self, new EdgeShape.Segment(start, end, call.span()), form);
    }

    private static PythonError wrongForm(String method) {
        return PythonError.typeError("Sketch." + method + "() has no form with these arguments");
    }

    static Value arc(SketchValue self, Arguments call) {
        Form form = Form.read(call, List.of("c", "p1", "p2", "r", "p3", "a", "da"));
        return switch (form.values().size()) {
            case 2 -> add(self, through(lastPoint(self), form.point(0), form.point(1), call), form);
            case 3 -> add(self, through(form.point(0), form.point(1), form.point(2), call), form);
            case 4 -> add(self, around(form, call), form);
            default -> throw wrongForm("arc");
        };
    }

    private static Shape through(Vector3 start, Vector3 between, Vector3 end, Arguments call) {
        return new EdgeShape.ArcThrough(start, between, end, call.span());
    }

    private static Shape around(Form form, Arguments call) {
        Vector3 centre = form.point(0);
        double radius = form.number(1);
        double from = form.number(2);
        double range = form.number(3);
        if (Math.abs(range) >= 360) {
            return new EdgeShape.CircularArc(
                    Placement.frame(centre, Vector3.Z), radius, from, from, range <= 0, call.span());
        }
        return through(
                polar(centre, radius, from),
                polar(centre, radius, from + range / 2),
                polar(centre, radius, from + range),
                call);
    }

    private static Vector3 polar(Vector3 centre, double radius, double degrees) {
        double angle = Math.toRadians(degrees);
        return centre.plus(new Vector3(Math.cos(angle), Math.sin(angle), 0).times(radius));
    }

    static Value spline(SketchValue self, Arguments call) {
        List<Value> given = call.rest("args");
        Map<Value, Value> keywords = call.keywords("kwargs");
        Value points = given.isEmpty() ? keywords.get(new StrValue("pts")) : given.getFirst();
        if (points == null) {
            throw wrongForm("spline");
        }
        boolean full = given.size() >= 3 || keywords.containsKey(new StrValue("periodic"));
        Value tangents = full && given.size() > 1 ? given.get(1) : keywords.get(new StrValue("tangents"));
        Value periodic = given.size() >= 3 ? given.get(2) : keywords.get(new StrValue("periodic"));
        int rest = full ? 3 : 1;
        Value tag = given.size() > rest ? given.get(rest) : keywords.get(new StrValue("tag"));
        List<Optional<Vector3>> directions = new ArrayList<>();
        if (tangents != null && tangents != NoneValue.NONE) {
            Vectors.list(tangents, call.runtime()).forEach(each -> directions.add(Optional.of(each)));
        }
        Shape spline = new EdgeShape.InterpolatedSpline(
                Vectors.list(points, call.runtime()),
                directions,
                List.of(),
                periodic != null && call.runtime().truth(periodic),
                true,
                1e-6,
                call.span());
        String name = tag == null || tag == NoneValue.NONE ? "" : Conversions.text(tag, "tag");
        return add(self, spline, new Form(List.of(), name, false));
    }

    static Value bezier(SketchValue self, Arguments call) {
        Shape bezier = new EdgeShape.Bezier(Vectors.list(call, "pts"), call.span());
        ShapeValue edge = self.modelling().shape(bezier, Kind.EDGE).forConstruction(call.truth("forConstruction"));
        return add(self, edge, call.optionalText("tag").orElse(""));
    }

    static Value close(SketchValue self, Arguments call) {
        Shape closing = new EdgeShape.Segment(lastPoint(self), firstPoint(self), call.span());
        return add(
                self,
                self.modelling().shape(closing, Kind.EDGE),
                call.optionalText("tag").orElse(""));
    }

    private static Vector3 lastPoint(SketchValue self) {
        return Curves.end(last(self));
    }

    private static ShapeValue last(SketchValue self) {
        if (self.edges().isEmpty()) {
            throw Errors.value("No free edges available");
        }
        return self.edges().getLast();
    }

    /** Where the first edge begins that is for construction, or not, as the last one. */
    private static Vector3 firstPoint(SketchValue self) {
        boolean construction = last(self).isForConstruction();
        return self.edges().stream()
                .filter(edge -> edge.isForConstruction() == construction)
                .findFirst()
                .map(Curves::start)
                .orElseThrow();
    }
}
