package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of new shapes ({@code combine=} and {@code clean=}).
 *
 * @param mode left alone, added to the solids of the chain, or cut out of them
 */
record Combine(Mode mode, boolean clean, SourceSpan span) {
    enum Mode {
        NONE,
        FUSE,
        CUT
    }

    /** On the stack as they are, but cleaned. */
    static final Combine NONE_CLEANED = new Combine(Mode.NONE, true, SourceSpan.NONE);

    static Combine of(Arguments call) {
        return new Combine(mode(call.value("combine"), call.runtime()), call.truth("clean"), call.span());
    }

    static Mode mode(Value value, Runtime runtime) {
        if (!runtime.truth(value)) {
            return Mode.NONE;
        }
        if (value instanceof StrValue(String text)) {
            return switch (text) {
                case "a" -> Mode.FUSE;
                case "cut", "s" -> Mode.CUT;
                default -> throw Errors.value("no such combine mode: '" + text + "'");
            };
        }
        return Mode.FUSE;
    }

    WorkplaneValue with(WorkplaneValue self, List<? extends Value> made) {
        if (mode == Mode.NONE) {
            return self.newObject(cleaned(made));
        }
        List<ShapeValue> shapes = made.stream().map(ShapeValue::of).toList();
        return with(self, self.compound(shapes, span));
    }

    WorkplaneValue with(WorkplaneValue self, ShapeValue made) {
        ShapeValue result =
                switch (mode) {
                    case NONE -> made;
                    case FUSE -> fused(self, made);
                    case CUT -> cut(self, made);
                };
        return self.newObject(cleaned(List.of(result)));
    }

    private List<? extends Value> cleaned(List<? extends Value> made) {
        if (!clean) {
            return made;
        }
        List<Value> cleaned = new ArrayList<>(made.size());
        for (Value value : made) {
            cleaned.add(value instanceof ShapeValue shape ? shape.clean() : value);
        }
        return cleaned;
    }

    private ShapeValue fused(WorkplaneValue self, ShapeValue made) {
        Optional<ShapeValue> base = self.solidsInChain();
        if (base.isPresent()) {
            return Booleans.fuse(base.get(), List.of(made), span);
        }
        return made.is(Kind.COMPOUND) ? Booleans.fuse(made, List.of(), span) : made;
    }

    private ShapeValue cut(WorkplaneValue self, ShapeValue made) {
        return self.solidsInChain()
                .map(base -> self.modelling()
                        .shape(new BooleanShape.Cut(base.spread(), List.of(made.shape()), 0, span), Kind.COMPOUND))
                .orElse(made);
    }
}
