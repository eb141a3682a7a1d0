package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.geometry.Frame;
import java.util.List;

/** How {@code cadquery.Solid} is made from numbers. */
final class SolidMaking {
    private static final String PLACE = ", pnt=(0, 0, 0), dir=(0, 0, 1)";

    private SolidMaking() {}

    static void add(HostTypeBuilder<ShapeValue> table) {
        table.staticMethod(
                        "makeBox",
                        "length, width, height" + PLACE,
                        call -> solid(
                                new SolidShape.Box(
                                        frame(call),
                                        call.finite("length"),
                                        call.finite("width"),
                                        call.finite("height"),
                                        call.span()),
                                call))
                .staticMethod(
                        "makeCone",
                        "radius1, radius2, height" + PLACE + ", angleDegrees=360",
                        call -> solid(
                                new SolidShape.Cone(
                                        frame(call),
                                        call.finite("radius1"),
                                        call.finite("radius2"),
                                        call.finite("height"),
                                        call.finite("angleDegrees"),
                                        call.span()),
                                call))
                .staticMethod(
                        "makeCylinder",
                        "radius, height" + PLACE + ", angleDegrees=360",
                        call -> solid(
                                new SolidShape.Cylinder(
                                        frame(call),
                                        call.finite("radius"),
                                        call.finite("height"),
                                        call.finite("angleDegrees"),
                                        call.span()),
                                call))
                .staticMethod(
                        "makeTorus",
                        "radius1, radius2" + PLACE + ", angleDegrees1=0, angleDegrees2=360",
                        call -> solid(
                                new SolidShape.Torus(
                                        frame(call),
                                        call.finite("radius1"),
                                        call.finite("radius2"),
                                        call.finite("angleDegrees1"),
                                        call.finite("angleDegrees2"),
                                        360,
                                        call.span()),
                                call))
                .staticMethod(
                        "makeSphere",
                        "radius" + PLACE + ", angleDegrees1=0, angleDegrees2=90, angleDegrees3=360",
                        call -> solid(
                                new SolidShape.Sphere(
                                        frame(call),
                                        call.finite("radius"),
                                        call.finite("angleDegrees1"),
                                        call.finite("angleDegrees2"),
                                        call.finite("angleDegrees3"),
                                        call.span()),
                                call))
                .staticMethod("makeWedge", "dx, dy, dz, xmin, zmin, xmax, zmax" + PLACE, SolidMaking::wedge)
                .staticMethod(
                        "makeSolid",
                        "shell",
                        call -> solid(
                                new SolidShape.Filled(
                                        ShapeValue.of(call.value("shell")).shape(), List.of(), call.span()),
                                call));
        SolidSweeping.add(table);
    }

    static ShapeValue solid(SolidShape solid, Arguments call) {
        return Modelling.of(call.runtime()).shape(solid, Kind.SOLID);
    }

    private static Frame frame(Arguments call) {
        return Placement.frame(Vectors.of(call, "pnt"), Vectors.of(call, "dir"));
    }

    private static Value wedge(Arguments call) {
        return solid(
                new SolidShape.Wedge(
                        frame(call),
                        call.finite("dx"),
                        call.finite("dy"),
                        call.finite("dz"),
                        call.finite("xmin"),
                        call.finite("zmin"),
                        call.finite("xmax"),
                        call.finite("zmax"),
                        call.span()),
                call);
    }
}
