package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.syntax.ComparisonOperator;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.SetValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code keys()}, {@code values()} and {@code items()} of a dict give: a view that follows its dict. */
record DictView(Part part, DictValue dict) implements HostObject {
    enum Part {
        KEYS,
        VALUES,
        ITEMS
    }

    private static final HostType TYPE =
            HostType.named("dict_view", DictView.class).build();

    @Override
    public HostType type() {
        return TYPE;
    }

    @Override
    public String typeName() {
        return "dict_" + part.name().toLowerCase(Locale.ROOT);
    }

    private Stream<Value> stream() {
        return switch (part) {
            case KEYS -> dict.entries().keySet().stream();
            case VALUES -> dict.entries().values().stream();
            case ITEMS ->
                dict.entries().entrySet().stream().map(entry -> TupleValue.of(entry.getKey(), entry.getValue()));
        };
    }

    @Override
    public Optional<Iterator<Value>> iterate(Runtime runtime) {
        runtime.allocate(8L * dict.entries().size());
        return Optional.of(new Pulled() {
            private final Iterator<Value> values = stream().iterator();
            private final int size = dict.entries().size();

            @Override
            Value pull() {
                if (dict.entries().size() != size) {
                    throw PythonError.of(ExceptionTypes.RUNTIME_ERROR, "dictionary changed size during iteration");
                }
                return values.hasNext() ? values.next() : null;
            }
        });
    }

    @Override
    public Optional<Long> length(Runtime runtime) {
        return Optional.of((long) dict.entries().size());
    }

    @Override
    public Optional<Value> compare(ComparisonOperator operator, Value other, Runtime runtime) {
        if (operator != ComparisonOperator.IN) {
            return Optional.empty();
        }
        if (part == Part.KEYS) {
            return Optional.of(BoolValue.of(dict.entries().containsKey(other)));
        }
        return Optional.of(ListType.contains(stream().toList(), other, runtime));
    }

    @Override
    public Optional<Value> binary(BinaryOperator operator, Value other, boolean reflected, Runtime runtime) {
        boolean sets = operator == BinaryOperator.AND
                || operator == BinaryOperator.OR
                || operator == BinaryOperator.XOR
                || operator == BinaryOperator.SUBTRACT;
        if (!sets || part == Part.VALUES) {
            return Optional.empty();
        }
        SetValue own = new SetValue(stream().toList(), false);
        List<Value> others = runtime.list(other);
        return Optional.of(
                reflected
                        ? SetType.combine(operator, new SetValue(others, false), own.items(), runtime)
                        : SetType.combine(operator, own, new SetValue(others, false).items(), runtime));
    }

    @Override
    public String repr(Runtime runtime) {
        return typeName() + "(" + runtime.repr(new ListValue(stream().toList())) + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DictView view
                && part == view.part
                && (part == Part.VALUES
                        ? dict == view.dict
                        : stream().toList().equals(view.stream().toList()));
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(dict);
    }
}
