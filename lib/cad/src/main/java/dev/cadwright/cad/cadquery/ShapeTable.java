package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** {@code cadquery.Shape}: what all shapes have. */
final class ShapeTable {
    private static final String FILE = "a program has no files";
    private static final String EXPORT =
            "fname, tolerance=0.1, angularTolerance=0.1, unit=\"MM\", outputUnit=None, opt=None";

    private ShapeTable() {}

    static HostType base() {
        HostTypeBuilder<ShapeValue> table = HostType.named("Shape", ShapeValue.class);
        table.property("forConstruction", self -> BoolValue.of(self.isForConstruction()))
                .property("label", ShapeValue::label);
        facts(table);
        parts(table);
        transforms(table);
        sets(table);
        files(table);
        return table.build();
    }

    private static void facts(HostTypeBuilder<ShapeValue> table) {
        table.method("ShapeType", "", (self, call) -> new StrValue(ShapeNames.of(self.kind())))
                .method("geomType", "", (self, call) -> new StrValue(ShapeNames.geometry(self)))
                .method("Center", "", (self, call) -> new VectorValue(self.centre()))
                .method(
                        "CenterOfBoundBox",
                        "tolerance=None",
                        (self, call) -> new VectorValue(Measuring.bounds(self).centre()))
                .method("BoundingBox", "tolerance=None", (self, call) -> new BoundBoxValue(Measuring.bounds(self)))
                .method(
                        "Area",
                        "",
                        (self, call) -> new FloatValue(Measuring.measures(self).area()))
                .method("Volume", "tol=None", (self, call) -> new FloatValue(Measuring.mass(self)))
                .method(
                        "Closed",
                        "",
                        (self, call) -> BoolValue.of(self.description().closed()))
                .method("isNull", "", (self, call) -> BoolValue.FALSE)
                .method(
                        "isValid",
                        "",
                        (self, call) -> BoolValue.of(self.modelling().ask(asked -> asked.isValid(self.shape()))))
                .method(
                        "isSame",
                        "other",
                        (self, call) -> BoolValue.of(self.equals(ShapeValue.of(call.value("other")))))
                .method("isEqual", "other", ShapeTable::isEqual)
                .method("hashCode", "", (self, call) -> IntValue.of(self.hashCode()))
                .method("distance", "other", (self, call) -> distance(self, ShapeValue.of(call.value("other"))))
                .method("distances", "*others", ShapeTable::distances)
                .method("clean", "", (self, call) -> self.clean())
                .method("fix", "", ShapeTable::fix)
                .method("size", "", (self, call) -> IntValue.of(self.members().size()))
                .staticMethod(
                        "computeMass",
                        "obj, tol=None",
                        call -> new FloatValue(Measuring.mass(ShapeValue.of(call.value("obj")))))
                .staticMethod(
                        "centerOfMass",
                        "obj",
                        call -> new VectorValue(ShapeValue.of(call.value("obj")).centre()))
                .staticMethod(
                        "CombinedCenter",
                        "objects",
                        call -> new VectorValue(Measuring.combinedCentre(shapes(call, "objects"))))
                .staticMethod(
                        "CombinedCenterOfBoundBox",
                        "objects",
                        call -> new VectorValue(Measuring.combinedCentreOfBounds(shapes(call, "objects"))));
    }

    static List<ShapeValue> shapes(Arguments call, String parameter) {
        return call.list(parameter).stream().map(ShapeValue::of).toList();
    }

    static List<ShapeValue> rest(Arguments call, String parameter) {
        return call.rest(parameter).stream().map(ShapeValue::of).toList();
    }

    private static Value isEqual(ShapeValue self, Arguments call) {
        ShapeValue other = ShapeValue.of(call.value("other"));
        return BoolValue.of(self.equals(other)
                && self.description().forward() == other.description().forward());
    }

    private static Value distance(ShapeValue self, ShapeValue other) {
        return new FloatValue(self.modelling()
                .ask(asked -> asked.distance(self.shape(), other.shape()))
                .length());
    }

    private static Value distances(ShapeValue self, Arguments call) {
        List<Value> distances = new ArrayList<>();
        rest(call, "others").forEach(other -> distances.add(distance(self, other)));
        return new ListValue(distances);
    }

    private static Value fix(ShapeValue self, Arguments call) {
        return self.modelling().shape(new ModifiedShape.Fix(self.shape(), call.span()), self.declared());
    }

    private static void parts(HostTypeBuilder<ShapeValue> table) {
        for (Kind kind : Kind.values()) {
            String name = ShapeNames.of(kind);
            String plural = kind == Kind.VERTEX ? "Vertices" : name + "s";
            table.method(plural, "", (self, call) -> new ListValue(self.parts(kind)));
            if (kind != Kind.COMPOUND) {
                table.method(lower(plural), "selector=None", (self, call) -> several(self, kind, call));
                table.method(lower(name), "selector=None", (self, call) -> single(self, kind, call));
            }
        }
        table.method(
                        "ancestors",
                        "ctx, kind",
                        (self, call) -> ShapeOperators.compound(
                                self.modelling(),
                                WorkplaneSelection.ancestors(
                                        self, ShapeValue.of(call.value("ctx")), ShapeNames.kind(call.text("kind"))),
                                call.span()))
                .method(
                        "siblings",
                        "ctx, kind, level=1",
                        (self, call) -> ShapeOperators.compound(
                                self.modelling(),
                                WorkplaneSelection.siblings(
                                        self,
                                        ShapeValue.of(call.value("ctx")),
                                        ShapeNames.kind(call.text("kind")),
                                        call.integer("level")),
                                call.span()))
                .method("filter", "f", ShapeTable::filter)
                .method("sort", "key", ShapeTable::sort);
    }

    private static String lower(String name) {
        return name.toLowerCase(java.util.Locale.ROOT);
    }

    private static Value several(ShapeValue self, Kind kind, Arguments call) {
        List<ShapeValue> chosen = Selector.choose(call.value("selector"), self.parts(kind), call.runtime());
        return chosen.size() == 1 ? chosen.getFirst() : ShapeOperators.compound(self.modelling(), chosen, call.span());
    }

    private static Value single(ShapeValue self, Kind kind, Arguments call) {
        List<ShapeValue> chosen = Selector.choose(call.value("selector"), self.parts(kind), call.runtime());
        if (chosen.isEmpty()) {
            throw Errors.value("No Shape available for selection");
        }
        return chosen.getFirst();
    }

    private static Value filter(ShapeValue self, Arguments call) {
        List<ShapeValue> kept = self.members().stream()
                .filter(member -> call.runtime().truth(call.runtime().call(call.value("f"), List.of(member))))
                .toList();
        return ShapeOperators.compound(self.modelling(), kept, call.span());
    }

    private static Value sort(ShapeValue self, Arguments call) {
        List<Value> sorted = Sorting.byKey(self.members(), call.value("key"), call.runtime());
        return ShapeOperators.compound(
                self.modelling(), sorted.stream().map(ShapeValue::of).toList(), call.span());
    }

    private static void transforms(HostTypeBuilder<ShapeValue> table) {
        table.method(
                        "translate",
                        "vector",
                        (self, call) -> self.copied(Transform.translation(Vectors.of(call, "vector")), call.span()))
                .method("rotate", "startVector, endVector, angleDegrees", ShapeTable::rotate)
                .method(
                        "mirror",
                        "mirrorPlane=\"XY\", basePointVector=(0, 0, 0)",
                        (self, call) -> self.copied(
                                Placement.mirror(
                                        Vectors.of(call, "basePointVector"),
                                        WorkplaneTransforms.normal(call.value("mirrorPlane"))),
                                call.span()))
                .method(
                        "scale",
                        "factor",
                        (self, call) -> self.copied(Transform.scaling(call.finite("factor")), call.span()))
                .method("copy", "mesh=False", (self, call) -> self.copied(Transform.IDENTITY, call.span()))
                .method("transformShape", "tMatrix", (self, call) -> self.transformed(matrix(call)))
                .method("transformGeometry", "tMatrix", (self, call) -> self.modelling()
                        .cast(new ModifiedShape.Stretched(self.shape(), matrix(call), call.span()))
                        .forConstruction(self.isForConstruction()))
                .method("reverse", "", (self, call) -> self.modelling()
                        .shape(new ModifiedShape.Reversed(self.shape(), call.span()), self.declared()))
                .method("location", "", (self, call) -> new LocationValue(Places.of(self)))
                .method("locate", "loc", (self, call) -> {
                    self.become(Places.located(self, location(call)).shape());
                    return self;
                })
                .method("located", "loc", (self, call) -> Places.located(self, location(call)))
                .method("move", "*args, **kwargs", Places::move)
                .method("moved", "*args, **kwargs", Places::moved)
                .method("toLocs", "", (self, call) -> new ListValue(Places.locations(self)));
    }

    private static Transform matrix(Arguments call) {
        return call.instance("tMatrix", MatrixValue.class, "Matrix").map();
    }

    private static Transform location(Arguments call) {
        return call.instance("loc", LocationValue.class, "Location").transform();
    }

    private static Value rotate(ShapeValue self, Arguments call) {
        Vector3 start = Vectors.of(call, "startVector");
        Vector3 end = Vectors.of(call, "endVector");
        return self.copied(Placement.turn(start, end.minus(start), call.finite("angleDegrees")), call.span());
    }

    private static void sets(HostTypeBuilder<ShapeValue> table) {
        table.method(
                        "fuse",
                        "*toFuse, glue=False, tol=None",
                        (self, call) -> Booleans.fuse(
                                self, rest(call, "toFuse"), call.truth("glue"), tolerance(call), call.span()))
                .method(
                        "cut",
                        "*toCut, tol=None",
                        (self, call) -> Booleans.cut(self, rest(call, "toCut"), tolerance(call), call.span()))
                .method(
                        "intersect",
                        "*toIntersect, tol=None",
                        (self, call) ->
                                Booleans.intersect(self, rest(call, "toIntersect"), tolerance(call), call.span()))
                .method("split", "*splitters", (self, call) -> self.modelling()
                        .shape(
                                new dev.cadwright.cad.shape.BooleanShape.Split(
                                        self.shape(), ShapeValue.shapes(rest(call, "splitters")), call.span()),
                                Kind.COMPOUND))
                .method("facesIntersectedByLine", "point, axis, tol=0.0001, direction=None", FaceTable::alongLine)
                .unsupported("replace", "parts are not exchanged here")
                .unsupported("remove", "parts are not taken out here")
                .unsupported("toSplines", "shapes are not converted to splines here")
                .unsupported("toNURBS", "shapes are not converted to splines here")
                .unsupported("matrixOfInertia", "moments of inertia are not measured here");
    }

    private static double tolerance(Arguments call) {
        return call.optionalFinite("tol").orElse(0.0);
    }

    private static void files(HostTypeBuilder<ShapeValue> table) {
        table.method("export", EXPORT, (self, call) -> exported(self, call.text("fname"), "", NoneValue.NONE))
                .method(
                        "exportStl",
                        "fileName, tolerance=0.001, angularTolerance=0.1, ascii=False, relative=True, parallel=True",
                        (self, call) -> exported(self, call.text("fileName"), "STL", BoolValue.TRUE))
                .method(
                        "exportStep",
                        "fileName, **kwargs",
                        (self, call) -> exported(self, call.text("fileName"), "STEP", IntValue.of(1)))
                .method("exportBrep", "f", (self, call) -> exported(self, call.text("f"), "BREP", BoolValue.TRUE))
                .method("exportBin", "f", (self, call) -> exported(self, call.text("f"), "BIN", BoolValue.TRUE))
                .method("mesh", "tolerance, angularTolerance=0.1", (self, call) -> NoneValue.NONE)
                .unsupported("importBrep", FILE)
                .unsupported("importBin", FILE)
                .unsupported("importStep", FILE)
                .unsupported("tessellate", "triangles are not handed to programs")
                .unsupported("toVtkPolyData", "there is no VTK here")
                .unsupported("wrapped", "there is no kernel object to hand out")
                .unsupported("cast", "there is no kernel object to take");
    }

    private static Value exported(ShapeValue self, String name, String format, Value result) {
        self.modelling().export(new Exported(name, format));
        return result;
    }
}
