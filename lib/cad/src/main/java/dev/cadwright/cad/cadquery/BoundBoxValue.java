package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Vector3;
import java.util.function.ToDoubleFunction;

/** {@code cadquery.BoundBox}. */
record BoundBoxValue(Bounds bounds) implements HostObject {
    private static final double TOLERANCE = 0.01;

    static final HostType TYPE = HostType.named("BoundBox", BoundBoxValue.class)
            .property("xmin", number(box -> box.min().x()))
            .property("xmax", number(box -> box.max().x()))
            .property("xlen", number(box -> box.size().x()))
            .property("ymin", number(box -> box.min().y()))
            .property("ymax", number(box -> box.max().y()))
            .property("ylen", number(box -> box.size().y()))
            .property("zmin", number(box -> box.min().z()))
            .property("zmax", number(box -> box.max().z()))
            .property("zlen", number(box -> box.size().z()))
            .property("center", self -> new VectorValue(self.bounds.centre()))
            .property("DiagonalLength", number(Bounds::diagonal))
            .method("add", "obj, tol=None", BoundBoxValue::add)
            .method("enlarge", "tol", (self, call) -> new BoundBoxValue(self.enlarged(call.finite("tol"))))
            .method("isInside", "b2", (self, call) -> BoolValue.of(self.isInside(box(call, "b2"))))
            .staticMethod("findOutsideBox2D", "bb1, bb2", BoundBoxValue::outside)
            .build();

    private static java.util.function.Function<BoundBoxValue, Value> number(ToDoubleFunction<Bounds> of) {
        return self -> new FloatValue(of.applyAsDouble(self.bounds));
    }

    @Override
    public HostType type() {
        return TYPE;
    }

    private static Bounds box(Arguments call, String parameter) {
        return call.instance(parameter, BoundBoxValue.class, "BoundBox").bounds;
    }

    private static Value add(BoundBoxValue self, Arguments call) {
        double gap = call.optionalFinite("tol").orElse(TOLERANCE);
        Bounds other = call.value("obj") instanceof BoundBoxValue box
                ? box.bounds
                : new Bounds(Vectors.of(call, "obj"), Vectors.of(call, "obj"));
        return new BoundBoxValue(new BoundBoxValue(self.bounds.union(other)).enlarged(gap));
    }

    private Bounds enlarged(double by) {
        Vector3 gap = new Vector3(by, by, by);
        return new Bounds(bounds.min().minus(gap), bounds.max().plus(gap));
    }

    private boolean isInside(Bounds other) {
        Vector3 low = other.min().minus(bounds.min());
        Vector3 high = bounds.max().minus(other.max());
        return low.x() > 0 && low.y() > 0 && low.z() > 0 && high.x() > 0 && high.y() > 0 && high.z() > 0;
    }

    private static Value outside(Arguments call) {
        Bounds first = box(call, "bb1");
        Bounds second = box(call, "bb2");
        if (around(first, second)) {
            return call.value("bb1");
        }
        return around(second, first) ? call.value("bb2") : NoneValue.NONE;
    }

    private static boolean around(Bounds outer, Bounds inner) {
        return outer.min().x() < inner.min().x()
                && outer.max().x() > inner.max().x()
                && outer.min().y() < inner.min().y()
                && outer.max().y() > inner.max().y();
    }
}
