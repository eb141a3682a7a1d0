package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.SetValue;
import dev.cadwright.cad.python.value.Value;
import java.util.List;
import java.util.Optional;

/** Augmented assignments that change the left side itself. */
public final class InPlace {
    private InPlace() {}

    /** The left side, changed; empty where it cannot be changed and the plain operator applies. */
    public static Optional<Value> apply(BinaryOperator operator, Value left, Value right, Runtime runtime) {
        return switch (left) {
            case ListValue list
            when operator == BinaryOperator.ADD -> {
                ListType.extend(list, right, runtime);
                yield Optional.of(list);
            }
            case ListValue list
            when operator == BinaryOperator.MULTIPLY -> {
                Optional<Value> repeated = Sequences.repeat(list, right, runtime);
                List<Value> items = List.copyOf(((ListValue) repeated.orElseThrow()).items());
                list.items().clear();
                list.items().addAll(items);
                yield Optional.of(list);
            }
            case DictValue dict
            when operator == BinaryOperator.OR -> {
                DictType.update(dict, right, runtime);
                yield Optional.of(dict);
            }
            case SetValue set
            when !set.frozen() && right instanceof SetValue -> {
                Optional<Value> combined = Operators.binary(operator, left, right, runtime);
                combined.ifPresent(result -> SetType.replace(set, (SetValue) result));
                yield combined.map(result -> set);
            }
            case HostObject host -> host.inPlace(operator, right, runtime);
            default -> Optional.empty();
        };
    }
}
