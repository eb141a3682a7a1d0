package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.interpret.Host;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.IteratorValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.ModuleValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The modules of CadQuery as programs import them, and the functions that its editors bring. */
final class Modules {
    private static final String VERSION = "2.8.0";
    private static final String FILE = "a program has no files";
    private static final List<String> FORMATS =
            List.of("STL", "STEP", "AMF", "SVG", "TJS", "DXF", "VRML", "VTP", "THREEMF:3MF", "BREP", "BIN");

    /** The classes of the library, in the order of its documentation. */
    static final List<HostType> TYPES = types();

    static final Host HOST = host();

    private Modules() {}

    private static List<HostType> types() {
        List<HostType> types = new ArrayList<>(List.of(
                WorkplaneTable.TYPE,
                SketchTable.TYPE,
                AssemblyValue.TYPE,
                VectorValue.TYPE,
                PlaneValue.TYPE,
                LocationValue.TYPE,
                MatrixValue.TYPE,
                BoundBoxValue.TYPE,
                ColorValue.TYPE,
                ShapeTypes.SHAPE));
        for (Kind kind : Kind.values()) {
            types.add(ShapeTypes.of(kind));
        }
        return List.copyOf(types);
    }

    private static Host host() {
        Map<String, Value> named = new LinkedHashMap<>();
        TYPES.forEach(type -> named.put(type.name(), type));
        Map<String, Value> selectors = new LinkedHashMap<>(SelectorValue.all());
        selectors.put("NearestToPoint", selectors.get("NearestToPointSelector"));
        selectors.put("NearestToShape", selectors.get("NearestToShapeSelector"));
        selectors.put("Parallel", selectors.get("ParallelDirSelector"));
        selectors.put("Perpendicular", selectors.get("PerpendicularDirSelector"));
        Map<String, Value> functions = new LinkedHashMap<>(FreeFunctions.ALL);
        functions.putAll(named);
        ModuleValue selecting = new ModuleValue("cadquery.selectors", selectors);
        ModuleValue exporting = exporters("cadquery.exporters");
        ModuleValue importing = importers("cadquery.importers");
        ModuleValue free = new ModuleValue("cadquery.func", functions, FreeFunctions.UNSUPPORTED);
        ModuleValue shapes = new ModuleValue("cadquery.occ_impl.shapes", functions, FreeFunctions.UNSUPPORTED);
        ModuleValue geometry = new ModuleValue("cadquery.occ_impl.geom", named);
        ModuleValue below = new ModuleValue(
                "cadquery.occ_impl",
                Map.of("shapes", shapes, "geom", geometry, "exporters", exporting, "importers", importing));
        ModuleValue showing =
                new ModuleValue("cadquery.vis", Map.of("show", show("show"), "show_object", show("show")));

        Map<String, Value> all = new LinkedHashMap<>(named);
        all.putAll(SelectorValue.all());
        all.put("CQ", WorkplaneTable.TYPE);
        all.put("selectors", selecting);
        all.put("exporters", exporting);
        all.put("importers", importing);
        all.put("func", free);
        all.put("occ_impl", below);
        all.put("vis", showing);
        all.put("__version__", new StrValue(VERSION));
        Map<String, String> missing = Map.of(
                "Constraint", "constraints are not solved",
                "CompSolid", "compound solids are not made here",
                "sortWiresByBuildOrder", "use Face.makeFromWires",
                "plugins", "there are no plug-ins");
        ModuleValue cadquery = new ModuleValue("cadquery", all, missing);
        ModuleValue viewer = new ModuleValue(
                "ocp_vscode",
                Map.of("show", show("show"), "show_object", show("show_object"), "show_all", nothing("show_all")));
        return Host.of(
                Map.of("show_object", show("show_object"), "debug", show("debug")),
                List.of(
                        cadquery,
                        selecting,
                        exporting,
                        importing,
                        free,
                        below,
                        shapes,
                        geometry,
                        showing,
                        new ModuleValue("cadquery.cq", all),
                        new ModuleValue("cadquery.sketch", Map.of("Sketch", SketchTable.TYPE)),
                        new ModuleValue("cadquery.assembly", Map.of("Assembly", AssemblyValue.TYPE)),
                        viewer));
    }

    private static ModuleValue exporters(String name) {
        Map<String, Value> types = new LinkedHashMap<>();
        for (String format : FORMATS) {
            String[] parts = format.split(":");
            types.put(parts[0], new StrValue(parts[parts.length - 1]));
        }
        return new ModuleValue(
                name,
                Map.of(
                        "export",
                        HostFunction.of(
                                "export",
                                "w, fname, exportType=None, tolerance=0.1, angularTolerance=0.1, opt=None, unit=\"MM\", "
                                        + "outputUnit=None",
                                Modules::export),
                        "ExportTypes",
                        new ModuleValue(name + ".ExportTypes", types)),
                Map.of("toString", FILE, "exportDXF", FILE, "getSVG", "drawings are not made here"));
    }

    private static Value export(Arguments call) {
        Modelling.of(call.runtime())
                .export(new Exported(
                        call.runtime().str(call.value("fname")),
                        call.optionalText("exportType").orElse("")));
        return NoneValue.NONE;
    }

    private static ModuleValue importers(String name) {
        return new ModuleValue(
                name,
                Map.of(),
                Map.of(
                        "importStep",
                        FILE,
                        "importShape",
                        FILE,
                        "importDXF",
                        FILE,
                        "importBrep",
                        FILE,
                        "importBin",
                        FILE));
    }

    private static HostFunction show(String name) {
        return HostFunction.of(name, "*objects, **options", call -> {
            Modelling modelling = Modelling.of(call.runtime());
            if (name.equals("show")) {
                call.rest("objects").forEach(modelling::show);
            } else {
                call.rest("objects").stream().limit(1).forEach(modelling::show);
                Value named = call.keywords("options").get(new StrValue("obj"));
                if (named != null) {
                    modelling.show(named);
                }
            }
            return NoneValue.NONE;
        });
    }

    private static HostFunction nothing(String name) {
        return HostFunction.of(name, "*objects, **options", call -> NoneValue.NONE);
    }

    /** The items of a list that a program showed at once; a value alone otherwise. */
    static List<Value> flat(Value value) {
        return switch (value) {
            case ListValue list -> list.items();
            case TupleValue tuple -> tuple.items();
            case IteratorValue iterator -> List.of();
            default -> List.of(value);
        };
    }
}
