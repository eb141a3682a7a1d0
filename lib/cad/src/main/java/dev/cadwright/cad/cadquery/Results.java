package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.cadquery.CadQueryRun.Finished;
import dev.cadwright.cad.python.interpret.Variables;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.NamedShape;
import dev.cadwright.cad.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/** What a program's result is: what it showed; else {@code result}; else {@code r}; else what it assigned last. */
final class Results {
    private Results() {}

    /** What was found, and by which rule. */
    private record Found(String rule, List<Value> values) {}

    static Finished of(Modelling modelling, Variables variables, String printed) {
        Found found = find(modelling, variables);
        List<Shape> shapes = new ArrayList<>();
        boolean searched = false;
        boolean workplane = false;
        for (Value value : found.values) {
            List<ShapeValue> own = shapes(value);
            if (value instanceof WorkplaneValue chain) {
                workplane = true;
                if (own.stream().noneMatch(ShapeValue::hasSolid)) {
                    List<ShapeValue> solids = solids(chain);
                    searched |= !solids.isEmpty();
                    own = solids.isEmpty() ? own : solids;
                }
            }
            own.forEach(shape -> shapes.add(shape.shape()));
        }
        List<String> types = found.values.stream().map(Value::typeName).toList();
        String source = !workplane ? "value" : searched ? "findSolid" : "vals";
        return new Finished(shapes, found.rule, types, source, modelling.exports(), printed, parts(found.values));
    }

    private static List<NamedShape> parts(List<Value> values) {
        List<NamedShape> parts = new ArrayList<>();
        for (Value value : values) {
            if (!(value instanceof AssemblyValue assembly)) {
                return List.of();
            }
            parts.addAll(assembly.parts());
        }
        return parts;
    }

    private static List<ShapeValue> solids(WorkplaneValue chain) {
        return chain.solidsInChain().map(List::of).orElse(List.of());
    }

    private static Found find(Modelling modelling, Variables variables) {
        List<Value> shown = modelling.shown().stream()
                .flatMap(value -> Modules.flat(value).stream())
                .toList();
        if (!modelling.shown().isEmpty()) {
            return new Found("show_object", shown);
        }
        for (String name : List.of("result", "r")) {
            Value value = variables.values().get(name);
            if (value != null) {
                return new Found(name, Modules.flat(value));
            }
        }
        for (String name : variables.byLastAssignment().reversed()) {
            Value value = variables.values().get(name);
            if (value != null && isResult(value)) {
                return new Found("last:" + name, List.of(value));
            }
        }
        return new Found("", List.of());
    }

    private static boolean isResult(Value value) {
        return value instanceof WorkplaneValue
                || value instanceof AssemblyValue
                || value instanceof ShapeValue
                || value instanceof SketchValue;
    }

    private static List<ShapeValue> shapes(Value value) {
        return switch (value) {
            case WorkplaneValue workplane -> ofWorkplane(workplane);
            case AssemblyValue assembly -> List.of(assembly.toCompound(SourceSpan.NONE));
            case ShapeValue shape -> List.of(shape);
            case SketchValue sketch -> sketch.items();
            default -> List.of();
        };
    }

    private static List<ShapeValue> ofWorkplane(WorkplaneValue workplane) {
        List<ShapeValue> shapes = new ArrayList<>();
        for (Value object : workplane.objects()) {
            switch (object) {
                case ShapeValue shape -> shapes.add(shape);
                case SketchValue sketch -> shapes.addAll(sketch.items());
                default -> {}
            }
        }
        return shapes;
    }

    /** Tries steps whose results nothing uses. @throws PythonError for the first that the kernel refuses */
    static void tryUnused(Modelling modelling, List<Shape> used) {
        List<Shape> unused = Unused.among(modelling.risky(), used);
        unused.forEach(shape -> modelling.ask(asked -> asked.kindOf(shape)));
    }
}
