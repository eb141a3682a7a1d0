package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What solids and compounds share. */
final class SolidTable {
    private SolidTable() {}

    static void add(HostTypeBuilder<ShapeValue> table) {
        table.method(
                        "fillet",
                        "radius, edgeList",
                        (self, call) -> changed(
                                self,
                                new ModifiedShape.Fillet(
                                        self.shape(), edges(call), call.finite("radius"), call.span())))
                .method(
                        "chamfer",
                        "length, length2, edgeList",
                        (self, call) -> changed(
                                self,
                                new ModifiedShape.Chamfer(
                                        self.shape(),
                                        edges(call),
                                        call.finite("length"),
                                        WorkplaneChanges.second(call),
                                        call.span())))
                .method("hollow", "faceList, thickness, tolerance=0.0001, kind=\"arc\"", SolidTable::hollow)
                .method(
                        "isInside",
                        "point, tolerance=1e-06",
                        (self, call) -> BoolValue.of(self.modelling()
                                .ask(asked -> asked.contains(
                                        self.shape(), Vectors.of(call, "point"), call.finite("tolerance")))))
                .method(
                        "dprism",
                        "basis, faces, depth=None, taper=0, upToFace=None, thruAll=True, additive=True",
                        SolidTable::dprism)
                .method("outerShell", "", (self, call) -> self.modelling()
                        .shape(new ModifiedShape.Outer(self.shape(), call.span()), Kind.SHELL))
                .method("innerShells", "", SolidTable::innerShells)
                .unsupported("addCavity", "use solid(…, inner=…)");
    }

    private static ShapeValue changed(ShapeValue self, Shape shape) {
        return self.modelling().shape(shape, self.declared());
    }

    private static List<Shape> edges(Arguments call) {
        return ShapeValue.shapes(ShapeTable.shapes(call, "edgeList"));
    }

    private static Value hollow(ShapeValue self, Arguments call) {
        List<ShapeValue> faces = call.truth("faceList") ? ShapeTable.shapes(call, "faceList") : List.of();
        return changed(self, WorkplaneChanges.hollow(self, faces, call.finite("tolerance"), "thickness", call));
    }

    private static Value innerShells(ShapeValue self, Arguments call) {
        ShapeValue outer = self.modelling().shape(new ModifiedShape.Outer(self.shape(), call.span()), Kind.SHELL);
        return new ListValue(self.parts(Kind.SHELL).stream()
                .filter(shell -> !shell.equals(outer))
                .toList());
    }

    private static Value dprism(ShapeValue self, Arguments call) {
        Optional<Shape> until = call.isNone("upToFace")
                ? Optional.empty()
                : Optional.of(ShapeValue.of(call.value("upToFace")).shape());
        boolean through = call.truth("thruAll") || call.isNone("depth");
        OptionalDouble depth = through ? OptionalDouble.empty() : OptionalDouble.of(call.finite("depth"));
        List<ShapeValue> profiles = ShapeTable.shapes(call, "faces");
        if (profiles.stream().anyMatch(each -> each.is(Kind.WIRE))) {
            profiles = Faces.inside(self.modelling(), profiles, call.span());
        }
        Shape result = self.shape();
        for (ShapeValue face : profiles) {
            result = new SolidShape.PrismFeature(
                    result, face.shape(), call.finite("taper"), until, depth, call.truth("additive"), call.span());
        }
        return changed(self, result);
    }
}
