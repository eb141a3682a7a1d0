package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.cadquery.Selector.Direction;
import dev.cadwright.cad.cadquery.Selector.Measure;
import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.syntax.UnaryOperator;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The classes of {@code cadquery.selectors}. */
record SelectorValue(Selector selector, HostType type) implements HostObject {
    private static final String NTH = "n, directionMax=True, tolerance=0.0001";
    private static final Map<String, HostType> TYPES = types();

    static Map<String, HostType> all() {
        return TYPES;
    }

    private static Map<String, HostType> types() {
        Table table = new Table(new LinkedHashMap<>());
        table.add("Selector", "", call -> new Selector.All());
        table.add("NearestToPointSelector", "pnt", call -> new Selector.NearestToPoint(Vectors.of(call, "pnt")));
        table.add("NearestToShapeSelector", "s", call -> new Selector.NearestToShape(ShapeValue.of(call.value("s"))));
        table.add(
                "BoxSelector",
                "point0, point1, boundingbox=False",
                call -> new Selector.InBox(
                        Vectors.any(call.value("point0")),
                        Vectors.any(call.value("point1")),
                        call.truth("boundingbox")));
        table.add("ParallelDirSelector", "vector, tolerance=0.0001", call -> directed(Direction.PARALLEL, call));
        table.add("DirectionSelector", "vector, tolerance=0.0001", call -> directed(Direction.SAME, call));
        table.add(
                "PerpendicularDirSelector",
                "vector, tolerance=0.0001",
                call -> directed(Direction.PERPENDICULAR, call));
        table.add("TypeSelector", "typeString", call -> new Selector.OfType(call.text("typeString")));
        table.add("RadiusNthSelector", NTH, call -> nth(new Measure.Radius(), call));
        table.add("LengthNthSelector", NTH, call -> nth(new Measure.Length(), call));
        table.add("AreaNthSelector", NTH, call -> nth(new Measure.Area(), call));
        table.add("CenterNthSelector", "vector, " + NTH, call -> nth(along(call), call));
        table.add(
                "DirectionMinMaxSelector",
                "vector, directionMax=True, tolerance=0.0001",
                call -> new Selector.Nth(along(call), -1, call.truth("directionMax"), call.finite("tolerance")));
        table.add(
                "DirectionNthSelector",
                "vector, " + NTH,
                call -> new Selector.DirectedNth(directed(Direction.PARALLEL, call), nth(along(call), call)));
        table.add("AndSelector", "left, right", call -> new Selector.And(of(call, "left"), of(call, "right")));
        table.add("SumSelector", "left, right", call -> new Selector.Or(of(call, "left"), of(call, "right")));
        table.add("SubtractSelector", "left, right", call -> new Selector.Without(of(call, "left"), of(call, "right")));
        table.add("InverseSelector", "selector", call -> inverse(of(call, "selector")));
        table.add("StringSyntaxSelector", "selectorString", call -> SelectorText.read(call.text("selectorString")));
        return table.types;
    }

    private record Table(Map<String, HostType> types) {
        void add(String name, String parameters, Function<Arguments, Selector> make) {
            HostType[] self = new HostType[1];
            self[0] = HostType.named(name, SelectorValue.class)
                    .constructor(parameters, call -> new SelectorValue(make.apply(call), self[0]))
                    .method("filter", "objectList", SelectorValue::filter)
                    .instances(value -> value instanceof SelectorValue selector
                            && (name.equals("Selector") || selector.type == self[0]))
                    .build();
            types.put(name, self[0]);
        }
    }

    private static Value filter(SelectorValue self, Arguments call) {
        List<ShapeValue> shapes = new ArrayList<>();
        call.list("objectList").forEach(each -> shapes.add(ShapeValue.of(each)));
        return new ListValue(self.selector.choose(shapes));
    }

    private static Selector of(Arguments call, String parameter) {
        return call.instance(parameter, SelectorValue.class, "Selector").selector;
    }

    private static Selector.Directed directed(Direction how, Arguments call) {
        return new Selector.Directed(how, Vectors.of(call, "vector"), call.finite("tolerance"));
    }

    private static Measure along(Arguments call) {
        return new Measure.Along(Vectors.of(call, "vector"));
    }

    private static Selector.Nth nth(Measure measure, Arguments call) {
        return new Selector.Nth(
                measure,
                Math.toIntExact(Math.clamp(call.integer("n"), Integer.MIN_VALUE, Integer.MAX_VALUE)),
                call.truth("directionMax"),
                call.finite("tolerance"));
    }

    private static Selector inverse(Selector selector) {
        return new Selector.Without(new Selector.All(), selector);
    }

    private static Value combined(String name, Selector selector) {
        return new SelectorValue(selector, TYPES.get(name));
    }

    @Override
    public Optional<Value> binary(BinaryOperator operator, Value other, boolean reflected, Runtime runtime) {
        if (reflected || !(other instanceof SelectorValue second)) {
            return Optional.empty();
        }
        return switch (operator) {
            case AND -> Optional.of(combined("AndSelector", new Selector.And(selector, second.selector)));
            case ADD -> Optional.of(combined("SumSelector", new Selector.Or(selector, second.selector)));
            case SUBTRACT -> Optional.of(combined("SubtractSelector", new Selector.Without(selector, second.selector)));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Value> unary(UnaryOperator operator, Runtime runtime) {
        return operator == UnaryOperator.MINUS
                ? Optional.of(combined("InverseSelector", inverse(selector)))
                : Optional.empty();
    }
}
