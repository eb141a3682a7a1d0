package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Set operations on the solids of a chain: {@code union}, {@code cut}, {@code intersect}, {@code combine}, {@code split}. */
final class Booleans {
    private Booleans() {}

    /** {@code Shape.fuse} and {@code Compound.fuse}: a compound stands for its members; one shape alone is itself. */
    static ShapeValue fuse(ShapeValue self, List<ShapeValue> others, boolean glue, double tolerance, SourceSpan span) {
        List<Shape> arguments = new ArrayList<>();
        if (self.is(Kind.COMPOUND)) {
            Optional<List<Shape>> members = ShapeFacts.members(self.shape());
            int known = members.map(List::size).orElse(-1);
            if (others.isEmpty() && known < 0) {
                known = self.members().size();
            }
            if (known + others.size() <= 1 && known >= 0) {
                return single(self, others);
            }
            members.ifPresentOrElse(arguments::addAll, () -> arguments.add(self.spread()));
        } else {
            arguments.add(self.shape());
        }
        others.forEach(other -> arguments.add(other.shape()));
        return self.modelling().shape(new BooleanShape.Fuse(arguments, glue, tolerance, span), Kind.COMPOUND);
    }

    static ShapeValue fuse(ShapeValue self, List<ShapeValue> others, SourceSpan span) {
        return fuse(self, others, false, 0, span);
    }

    private static ShapeValue single(ShapeValue self, List<ShapeValue> others) {
        List<ShapeValue> all = new ArrayList<>(self.members());
        all.addAll(others);
        if (all.isEmpty()) {
            throw PythonError.indexError("tuple index out of range");
        }
        return all.getFirst();
    }

    static ShapeValue cut(ShapeValue self, List<ShapeValue> tools, double tolerance, SourceSpan span) {
        return self.modelling()
                .shape(new BooleanShape.Cut(self.spread(), ShapeValue.shapes(tools), tolerance, span), Kind.COMPOUND);
    }

    static ShapeValue intersect(ShapeValue self, List<ShapeValue> tools, double tolerance, SourceSpan span) {
        return self.modelling()
                .shape(
                        new BooleanShape.Common(self.spread(), ShapeValue.shapes(tools), tolerance, span),
                        Kind.COMPOUND);
    }

    static Value union(WorkplaneValue self, Arguments call) {
        boolean glue = call.truth("glue");
        double tolerance = tolerance(call);
        List<ShapeValue> others = toUnion(self, call);
        Optional<ShapeValue> base = self.solidsInChain();
        ShapeValue result;
        if (base.isPresent()) {
            result = others.isEmpty()
                    ? Booleans.fuse(base.get(), others, glue, tolerance, call.span())
                    : base.get()
                            .modelling()
                            .shape(fuseNode(base.get(), others, glue, tolerance, call.span()), Kind.COMPOUND);
        } else if (others.isEmpty()) {
            throw PythonError.indexError("list index out of range");
        } else {
            ShapeValue first = others.getFirst();
            result = others.size() == 1 && !(first.shape() instanceof GroupShape.Members)
                    ? first
                    : alone(others, glue, tolerance, call.span());
        }
        return self.newObject(List.of(call.truth("clean") ? result.clean() : result));
    }

    private static Shape fuseNode(
            ShapeValue base, List<ShapeValue> others, boolean glue, double tolerance, SourceSpan span) {
        List<Shape> arguments = new ArrayList<>();
        arguments.add(base.spread());
        others.forEach(other -> arguments.add(other.shape()));
        return new BooleanShape.Fuse(arguments, glue, tolerance, span);
    }

    /** The solids of the other workplane, where this one has none to add them to. */
    private static ShapeValue alone(List<ShapeValue> others, boolean glue, double tolerance, SourceSpan span) {
        ShapeValue members = others.getFirst();
        List<ShapeValue> solids = members.members();
        if (solids.size() == 1) {
            return solids.getFirst();
        }
        return fuse(solids.getFirst(), solids.subList(1, solids.size()), glue, tolerance, span);
    }

    /** What is to be added: the solids of a workplane stand as one {@link GroupShape.Members}. */
    private static List<ShapeValue> toUnion(WorkplaneValue self, Arguments call) {
        Value given = call.value("toUnion");
        if (given instanceof WorkplaneValue other) {
            self.context().merge(other.context());
            List<Shape> holders = other.shapes().stream()
                    .filter(ShapeValue::hasSolid)
                    .map(ShapeValue::shape)
                    .toList();
            if (holders.isEmpty()) {
                throw Errors.value("Workplane object must have at least one solid on the stack to union!");
            }
            if (holders.size() == 1
                    && holders.getFirst().kind() == Kind.SOLID
                    && ShapeFacts.isCertain(holders.getFirst())) {
                return List.of(self.modelling().shape(holders.getFirst(), Kind.SOLID));
            }
            Shape solids = new GroupShape.Solids(holders, call.span());
            return List.of(self.modelling().shape(new GroupShape.Members(solids, call.span()), Kind.COMPOUND));
        }
        return call.isNone("toUnion") ? List.of() : List.of(solidOrCompound(given, "union"));
    }

    private static ShapeValue solidOrCompound(Value given, String verb) {
        if (given instanceof ShapeValue shape && (shape.is(Kind.SOLID) || shape.is(Kind.COMPOUND))) {
            return shape;
        }
        throw Errors.value("Cannot " + verb + " type '<class '" + given.typeName() + "'>'");
    }

    private static double tolerance(Arguments call) {
        return call.optionalFinite("tol").orElse(0.0);
    }

    static Value cut(WorkplaneValue self, Arguments call) {
        ShapeValue base = self.findSolid();
        ShapeValue result = cut(base, tools(self, call, "toCut", "cut"), tolerance(call), call.span());
        return self.newObject(List.of(call.truth("clean") ? result.clean() : result));
    }

    static Value intersect(WorkplaneValue self, Arguments call) {
        ShapeValue base = self.findSolid();
        ShapeValue result =
                intersect(base, tools(self, call, "toIntersect", "intersect"), tolerance(call), call.span());
        return self.newObject(List.of(call.truth("clean") ? result.clean() : result));
    }

    private static List<ShapeValue> tools(WorkplaneValue self, Arguments call, String parameter, String verb) {
        Value given = call.value(parameter);
        if (given instanceof WorkplaneValue other) {
            self.context().merge(other.context());
            return other.shapes();
        }
        return List.of(solidOrCompound(given, verb));
    }

    static Value combine(WorkplaneValue self, Arguments call) {
        List<ShapeValue> items = self.shapes();
        if (items.isEmpty()) {
            throw PythonError.indexError("pop from empty list");
        }
        ShapeValue result = items.getFirst();
        if (items.size() > 1) {
            result = fuse(result, items.subList(1, items.size()), call.truth("glue"), tolerance(call), call.span());
        }
        return self.newObject(List.of(call.truth("clean") ? result.clean() : result));
    }
}
