package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.geometry.Transform;
import java.util.List;

/** The class {@code cadquery.Sketch} as a table. */
final class SketchTable {
    private static final String END = "mode=\"a\", tag=None";
    private static final String EDGE_END = "tag=None, forConstruction=False";
    private static final String SOLVER = "constraints are not solved";

    static final HostType TYPE = build();

    private SketchTable() {}

    private static HostType build() {
        HostTypeBuilder<SketchValue> table = HostType.named("Sketch", SketchValue.class)
                .constructor("parent=None, locs=None, obj=None", SketchTable::make)
                .property("parent", SketchValue::parent);
        faces(table);
        edges(table);
        selection(table);
        values(table);
        return table.unsupported("constrain", SOLVER)
                .unsupported("solve", SOLVER)
                .unsupported("importDXF", "no file is given")
                .build();
    }

    private static void faces(HostTypeBuilder<SketchValue> table) {
        table.method("face", "b, angle=0, mode=\"a\", tag=None, ignore_selection=False", SketchFaces::face)
                .method("rect", "w, h, angle=0, " + END, SketchFaces::rect)
                .method("circle", "r, " + END, SketchFaces::circle)
                .method("ellipse", "a1, a2, angle=0, " + END, SketchFaces::ellipse)
                .method("trapezoid", "w, h, a1, a2=None, angle=0, " + END, SketchFaces::trapezoid)
                .method("slot", "w, h, angle=0, " + END, SketchFaces::slot)
                .method("regularPolygon", "r, n, angle=0, " + END, SketchFaces::regularPolygon)
                .method("polygon", "pts, angle=0, " + END, SketchFaces::polygon)
                .method("each", "callback, mode=\"a\", tag=None, ignore_selection=False", SketchFaces::each)
                .method("assemble", END, SketchFaces::assemble)
                .method("hull", END, SketchChanges::hull)
                .method("offset", "d, " + END, SketchChanges::offset)
                .method("fillet", "d", (self, call) -> SketchChanges.corners(self, true, call))
                .method("chamfer", "d", (self, call) -> SketchChanges.corners(self, false, call))
                .method("clean", "", (self, call) -> self.withFaces(self.faces().clean()))
                .method("delete", "", SketchChanges::delete)
                .method("add", "", (self, call) -> SketchChanges.combine(self, true, call))
                .method("subtract", "", (self, call) -> SketchChanges.combine(self, false, call))
                .method("replace", "", (self, call) -> self.withFaces(self.selectedFaces(call.span())));
    }

    private static void edges(HostTypeBuilder<SketchValue> table) {
        table.method("edge", "val, " + EDGE_END, SketchEdges::edge)
                .method("segment", "*args, **kwargs", SketchEdges::segment)
                .method("arc", "*args, **kwargs", SketchEdges::arc)
                .method("spline", "*args, **kwargs", SketchEdges::spline)
                .method("bezier", "pts, " + EDGE_END, SketchEdges::bezier)
                .method("close", "tag=None", SketchEdges::close);
    }

    private static void selection(HostTypeBuilder<SketchValue> table) {
        String parameters = "s=None, tag=None";
        table.method("faces", parameters, (self, call) -> SketchSelection.select(self, Kind.FACE, call))
                .method("wires", parameters, (self, call) -> SketchSelection.select(self, Kind.WIRE, call))
                .method("edges", parameters, (self, call) -> SketchSelection.select(self, Kind.EDGE, call))
                .method("vertices", parameters, (self, call) -> SketchSelection.select(self, Kind.VERTEX, call))
                .method("select", "*tags", SketchSelection::selectTagged)
                .method("tag", "tag", SketchSelection::tag)
                .method("reset", "", (self, call) -> self.select(null))
                .method("push", "locs, tag=None", SketchPlaces::push)
                .method("rarray", "xs, ys, nx, ny", SketchPlaces::rarray)
                .method("parray", "r, a1, da, n, rotate=True", SketchPlaces::parray)
                .method("distribute", "n, start=0, stop=1, rotate=True", SketchPlaces::distribute);
    }

    private static void values(HostTypeBuilder<SketchValue> table) {
        table.method("val", "", (self, call) -> self.first())
                .method("vals", "", (self, call) -> new ListValue(self.values()))
                .method("finalize", "", (self, call) -> self.parent())
                .method("copy", "", (self, call) -> copy(self, List.of(Transform.IDENTITY), self.faces()))
                .method(
                        "moved",
                        "*args, **kwargs",
                        (self, call) -> copy(
                                self,
                                List.of(Transform.IDENTITY),
                                self.faces()
                                        .moved(LocationValue.read(
                                                call.rest("args"), call.keywords("kwargs"), call.runtime()))))
                .method(
                        "located",
                        "loc",
                        (self, call) -> copy(
                                self,
                                List.of(call.instance("loc", LocationValue.class, "Location")
                                        .transform()),
                                self.faces()))
                .method("filter", "f", SketchSelection::filter)
                .method("map", "f", SketchSelection::map)
                .method("apply", "f", SketchSelection::apply)
                .method("sort", "key", SketchSelection::sort)
                .method("invoke", "f", WorkplaneStack.Invocation::invoke)
                .method(
                        "export",
                        "fname, tolerance=0.1, angularTolerance=0.1, unit=\"MM\", outputUnit=None, opt=None",
                        (self, call) -> {
                            self.modelling().export(new Exported(call.text("fname"), ""));
                            return self;
                        });
    }

    private static SketchValue copy(SketchValue self, List<Transform> places, ShapeValue faces) {
        return new SketchValue(self.modelling(), null, places).withFaces(faces);
    }

    private static Value make(Arguments call) {
        List<Transform> places = call.isNone("locs")
                ? List.of(Transform.IDENTITY)
                : call.list("locs").stream().map(SketchTable::place).toList();
        WorkplaneValue parent =
                call.isNone("parent") ? null : call.instance("parent", WorkplaneValue.class, "Workplane");
        SketchValue sketch = new SketchValue(Modelling.of(call.runtime()), parent, places);
        return call.isNone("obj") ? sketch : sketch.withFaces(ShapeValue.of(call.value("obj")));
    }

    private static Transform place(Value value) {
        return value instanceof LocationValue(Transform transform)
                ? transform
                : Transform.translation(Vectors.of(value));
    }
}
