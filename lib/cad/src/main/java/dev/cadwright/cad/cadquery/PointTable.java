package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.geometry.Vector3;

/** {@code cadquery.Vertex}. */
final class PointTable {
    private PointTable() {}

    static void add(HostTypeBuilder<ShapeValue> table) {
        table.property("X", self -> new FloatValue(self.centre().x()))
                .property("Y", self -> new FloatValue(self.centre().y()))
                .property("Z", self -> new FloatValue(self.centre().z()))
                .method("toTuple", "", (self, call) -> new VectorValue(self.centre()).tuple())
                .staticMethod("makeVertex", "x, y, z", call -> Modelling.of(call.runtime())
                        .shape(
                                new EdgeShape.Point(
                                        new Vector3(call.finite("x"), call.finite("y"), call.finite("z")), call.span()),
                                Kind.VERTEX));
    }
}
