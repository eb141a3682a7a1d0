package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.Conversions;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Geometry;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Modeller.CurvePoint;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.WireShape;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What edges and wires share. */
final class CurveTable {
    private static final String AT = "d, mode=\"length\"";

    private CurveTable() {}

    static void add(HostTypeBuilder<ShapeValue> table) {
        table.method("startPoint", "", (self, call) -> new VectorValue(Curves.start(self)))
                .method("endPoint", "", (self, call) -> new VectorValue(Curves.end(self)))
                .method("startVertex", "", (self, call) -> vertex(self, Curves.start(self), call))
                .method("endVertex", "", (self, call) -> vertex(self, Curves.end(self), call))
                .method(
                        "Length",
                        "",
                        (self, call) -> new FloatValue(self.description().size()))
                .method(
                        "IsClosed",
                        "",
                        (self, call) -> BoolValue.of(self.description().closed()))
                .method("radius", "", CurveTable::radius)
                .method("normal", "", CurveTable::normal)
                .method("bounds", "", CurveTable::bounds)
                .method("paramAt", "d", CurveTable::paramAt)
                .method("positionAt", AT, (self, call) -> position(point(self, call.value("d"), call)))
                .method(
                        "positions",
                        "ds, mode=\"length\"",
                        (self, call) -> each(self, "ds", call, CurveTable::position))
                .method(
                        "tangentAt",
                        "locationParam=0.5, mode=\"length\"",
                        (self, call) -> tangent(point(self, call.value("locationParam"), call)))
                .method(
                        "tangents",
                        "locations, mode=\"length\"",
                        (self, call) -> each(self, "locations", call, CurveTable::tangent))
                .method(
                        "curvatureAt",
                        AT + ", resolution=1e-06",
                        (self, call) -> new FloatValue(
                                point(self, call.value("d"), call).curvature()))
                .method(
                        "locationAt",
                        AT + ", frame=\"frenet\", planar=False",
                        (self, call) -> location(point(self, call.value("d"), call), call.truth("planar")))
                .method(
                        "locations",
                        "ds, mode=\"length\", frame=\"frenet\", planar=False",
                        (self, call) -> each(self, "ds", call, point -> location(point, call.truth("planar"))))
                .method("project", "face, d, closest=True", CurveTable::project)
                .unsupported("sample", "curves are not sampled by deflection here");
    }

    private static Value vertex(ShapeValue self, Vector3 at, Arguments call) {
        return self.modelling().shape(new dev.cadwright.cad.shape.EdgeShape.Point(at, call.span()), Kind.VERTEX);
    }

    private static Value radius(ShapeValue self, Arguments call) {
        return new FloatValue(
                self.description().radius().orElseThrow(() -> Errors.value("Shape could not be reduced to a circle")));
    }

    private static Value normal(ShapeValue self, Arguments call) {
        Geometry geometry = self.description().geometry();
        if (geometry == Geometry.CIRCLE || geometry == Geometry.ELLIPSE) {
            return new VectorValue(self.description().direction().orElseThrow());
        }
        Shape wire = self.is(Kind.EDGE) ? new WireShape.Assembled(List.of(self.shape()), call.span()) : self.shape();
        Shape face = new dev.cadwright.cad.shape.FaceShape.Planar(wire, List.of(), call.span());
        return new VectorValue(self.modelling()
                .ask(asked -> asked.describe(face))
                .direction()
                .orElseThrow(() -> Errors.value("Normal not defined")));
    }

    private static Value bounds(ShapeValue self, Arguments call) {
        double[] range = self.modelling().ask(asked -> asked.range(self.shape()));
        return TupleValue.of(range[0], range[1]);
    }

    private static Value paramAt(ShapeValue self, Arguments call) {
        if (call.value("d") instanceof VectorValue vector) {
            return new FloatValue(self.modelling().ask(asked -> asked.nearestParameter(self.shape(), vector.value())));
        }
        return new FloatValue(Curves.at(self, call.finite("d")).parameter());
    }

    private static CurvePoint point(ShapeValue self, Value at, Arguments call) {
        boolean share = call.text("mode").equals("length");
        double parameter = Conversions.finite(at, "parameter");
        return self.modelling().ask(asked -> asked.onCurve(self.shape(), parameter, share));
    }

    private static Value each(ShapeValue self, String parameter, Arguments call, Function<CurvePoint, Value> of) {
        List<Value> values = new ArrayList<>();
        call.list(parameter).forEach(at -> values.add(of.apply(point(self, at, call))));
        return new ListValue(values);
    }

    private static Value position(CurvePoint point) {
        return new VectorValue(point.position());
    }

    private static Value tangent(CurvePoint point) {
        return new VectorValue(point.tangent());
    }

    /** The frame of a point of a curve: along the tangent, or flat with the tangent to the left. */
    static LocationValue location(CurvePoint point, boolean planar) {
        if (planar) {
            Vector3 aside = Vector3.Z.cross(point.tangent());
            return new LocationValue(Placement.of(Placement.frame(point.position(), aside, Vector3.Z)));
        }
        Optional<Vector3> normal = point.normal();
        if (normal.isEmpty()) {
            throw Errors.unsupported("Edge.locationAt", "a straight curve has no main normal; use planar=True");
        }
        return new LocationValue(Placement.of(Placement.frame(point.position(), normal.get(), point.tangent())));
    }

    private static Value project(ShapeValue self, Arguments call) {
        Shape projected = new ModifiedShape.Projected(
                self.shape(), ShapeValue.of(call.value("face")).shape(), Vectors.of(call, "d"), call.span());
        List<ShapeValue> found =
                self.modelling().shape(projected, Kind.COMPOUND).members();
        if (!call.truth("closest")) {
            return new ListValue(found);
        }
        return new Selector.NearestToShape(self).choose(found).getFirst();
    }
}
