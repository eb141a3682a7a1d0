package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.value.Conversions;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.SliceValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The operators of shapes, and set operations as CadQuery's methods and free functions have them. */
final class ShapeOperators {
    private ShapeOperators() {}

    static Optional<Value> apply(BinaryOperator operator, ShapeValue first, ShapeValue second, SourceSpan span) {
        Modelling modelling = first.modelling();
        return switch (operator) {
            case ADD -> Optional.of(normalised(modelling, fuse(List.of(first, second), span)));
            case SUBTRACT ->
                Optional.of(
                        normalised(modelling, new BooleanShape.Cut(first.shape(), List.of(second.shape()), 0, span)));
            case MULTIPLY ->
                Optional.of(normalised(
                        modelling, new BooleanShape.Common(first.shape(), List.of(second.shape()), 0, span)));
            case DIVIDE ->
                Optional.of(
                        normalised(modelling, new BooleanShape.Split(first.shape(), List.of(second.shape()), span)));
            case AND -> Optional.of(compound(modelling, kept(first, second, true), span));
            case MODULO -> Optional.of(compound(modelling, kept(first, second, false), span));
            case OR -> Optional.of(compound(modelling, either(first, second), span));
            default -> Optional.empty();
        };
    }

    private static Shape fuse(List<ShapeValue> shapes, SourceSpan span) {
        return new BooleanShape.Fuse(ShapeValue.shapes(shapes), false, 0, span);
    }

    static ShapeValue compound(Modelling modelling, List<ShapeValue> members, SourceSpan span) {
        return modelling.shape(new GroupShape.Compound(ShapeValue.shapes(members), span), Kind.COMPOUND);
    }

    private static List<ShapeValue> items(ShapeValue value) {
        return value.is(Kind.COMPOUND) ? value.members() : List.of(value);
    }

    private static List<ShapeValue> kept(ShapeValue first, ShapeValue second, boolean inBoth) {
        List<ShapeValue> others = items(second);
        return items(first).stream()
                .filter(item -> others.contains(item) == inBoth)
                .toList();
    }

    private static List<ShapeValue> either(ShapeValue first, ShapeValue second) {
        List<ShapeValue> all = new ArrayList<>();
        for (ShapeValue item : items(first)) {
            addNew(all, item);
        }
        for (ShapeValue item : items(second)) {
            addNew(all, item);
        }
        return all;
    }

    static void addNew(List<ShapeValue> all, ShapeValue item) {
        if (!all.contains(item)) {
            all.add(item);
        }
    }

    /** The shape itself, or what it holds where that is a single shape ({@code _compound_or_shape}). */
    static ShapeValue normalised(Modelling modelling, Shape shape) {
        Kind kind = modelling.ask(asked -> asked.kindOf(shape));
        if (kind == Kind.COMPOUND) {
            List<Kind> members = modelling.ask(asked -> asked.members(shape));
            if (members.size() == 1) {
                return modelling.shape(
                        new ModifiedShape.Member(shape, members.getFirst(), 0, shape.span()), members.getFirst());
            }
        }
        if (kind == Kind.SHELL) {
            int faces = modelling.ask(asked -> asked.parts(shape, Kind.FACE)).size();
            if (faces == 1 && !modelling.ask(asked -> asked.describe(shape)).closed()) {
                return modelling.shape(new ModifiedShape.Part(shape, Kind.FACE, 0, shape.span()), Kind.FACE);
            }
        }
        return modelling.shape(shape, kind);
    }

    /** One shape, or a compound of several. */
    static ShapeValue oneOrCompound(Modelling modelling, List<Shape> shapes, SourceSpan span) {
        if (shapes.size() == 1) {
            return normalised(modelling, shapes.getFirst());
        }
        List<ShapeValue> members =
                shapes.stream().map(shape -> normalised(modelling, shape)).toList();
        return compound(modelling, members, span);
    }

    /** {@code shape[i]} and {@code shape[a:b]}: of the direct members. */
    static Value index(ShapeValue value, Value key, Runtime runtime) {
        ListValue members = new ListValue(value.members());
        if (key instanceof SliceValue) {
            List<ShapeValue> chosen = new ArrayList<>();
            runtime.list(runtime.index(members, key)).forEach(each -> chosen.add(ShapeValue.of(each)));
            return compound(value.modelling(), chosen, runtime.span());
        }
        Conversions.integer(key, "index");
        return runtime.index(members, key);
    }
}
