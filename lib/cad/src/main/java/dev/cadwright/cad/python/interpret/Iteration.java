package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.library.Enums;
import dev.cadwright.cad.python.syntax.ComparisonOperator;
import dev.cadwright.cad.python.value.ClassValue;
import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.Footprint;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.InstanceValue;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.IteratorValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.RangeValue;
import dev.cadwright.cad.python.value.SetValue;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/** Goes through the values of everything that can be gone through; each value taken is a step. */
final class Iteration {
    private static final int ITEM_BYTES = Footprint.ITEM;

    private final Machine machine;

    Iteration(Machine machine) {
        this.machine = machine;
    }

    List<Value> list(Value iterable) {
        if (iterable instanceof TupleValue tuple) {
            machine.step(tuple.size() / 4);
            return tuple.items();
        }
        List<Value> items = new ArrayList<>();
        Iterator<Value> values = iterate(iterable);
        while (values.hasNext()) {
            machine.allocate(ITEM_BYTES);
            items.add(values.next());
        }
        return items;
    }

    boolean anyEqual(Value container, Value item) {
        Iterator<Value> values = iterateForSearch(container);
        while (values.hasNext()) {
            Value value = values.next();
            if (value == item || machine.compare(ComparisonOperator.EQUAL, value, item)) {
                return true;
            }
        }
        return false;
    }

    private Iterator<Value> iterateForSearch(Value container) {
        if (!isIterable(container)) {
            throw PythonError.typeError("argument of type '" + container.typeName() + "' is not iterable");
        }
        return iterate(container);
    }

    /** Whether {@link #iterate} finds anything to go through. */
    boolean isIterable(Value value) {
        return switch (value) {
            case ListValue list -> true;
            case TupleValue tuple -> true;
            case RangeValue range -> true;
            case StrValue text -> true;
            case DictValue dict -> true;
            case SetValue set -> true;
            case IteratorValue iterator -> true;
            case ClassValue type -> type.isSubclassOf(Enums.ENUM);
            case InstanceValue instance ->
                machine.attributes().special(instance, "__iter__").isPresent()
                        || machine.attributes().special(instance, "__getitem__").isPresent();
            case HostObject host -> host.iterate(machine).isPresent();
            default -> false;
        };
    }

    Iterator<Value> iterate(Value value) {
        return switch (value) {
            case ListValue list -> indexed(() -> list.items().size(), list.items()::get);
            case TupleValue tuple -> indexed(tuple::size, tuple::get);
            case RangeValue range -> numbers(range);
            case StrValue(String text) ->
                counted(text.codePoints()
                        .<Value>mapToObj(character -> new StrValue(Character.toString(character)))
                        .iterator());
            case DictValue dict -> guarded(dict.entries().keySet(), "dictionary");
            case SetValue set -> guarded(set.items(), "Set");
            case IteratorValue iterator -> counted(iterator.values());
            case InstanceValue instance -> instance(instance);
            case ClassValue type
            when type.isSubclassOf(Enums.ENUM) ->
                counted(List.<Value>copyOf(Enums.members(type)).iterator());
            case HostObject host -> counted(host.iterate(machine).orElseThrow(() -> notIterable(host)));
            default -> throw notIterable(value);
        };
    }

    private static PythonError notIterable(Value value) {
        return PythonError.typeError("'" + value.typeName() + "' object is not iterable");
    }

    private Iterator<Value> counted(Iterator<Value> values) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return values.hasNext();
            }

            @Override
            public Value next() {
                machine.step(1);
                return values.next();
            }
        };
    }

    /** Follows a list that grows or shrinks on the way, as Python does. */
    private Iterator<Value> indexed(IntSupplier size, IntFunction<Value> get) {
        return new Iterator<>() {
            private int index;

            @Override
            public boolean hasNext() {
                return index < size.getAsInt();
            }

            @Override
            public Value next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                machine.step(1);
                return get.apply(index++);
            }
        };
    }

    private Iterator<Value> numbers(RangeValue range) {
        long size = range.size();
        return new Iterator<>() {
            private long index;

            @Override
            public boolean hasNext() {
                return index < size;
            }

            @Override
            public Value next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                machine.step(1);
                return IntValue.of(range.get(index++));
            }
        };
    }

    /** Fails as Python does when the container grows or shrinks on the way. */
    private Iterator<Value> guarded(Collection<Value> container, String what) {
        Iterator<Value> values = container.iterator();
        int size = container.size();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                if (container.size() != size) {
                    throw changed(what);
                }
                return values.hasNext();
            }

            @Override
            public Value next() {
                machine.step(1);
                try {
                    return values.next();
                } catch (ConcurrentModificationException modification) {
                    throw changed(what);
                }
            }
        };
    }

    private static PythonError changed(String what) {
        return PythonError.of(ExceptionTypes.RUNTIME_ERROR, what + " changed size during iteration");
    }

    private Iterator<Value> instance(InstanceValue instance) {
        if (machine.attributes().special(instance, "__iter__").isEmpty()) {
            if (machine.attributes().special(instance, "__getitem__").isEmpty()) {
                throw notIterable(instance);
            }
            return new Pulled(ExceptionTypes.INDEX_ERROR) {
                private long index;

                @Override
                Value pull() {
                    return machine.index(instance, IntValue.of(index++));
                }
            };
        }
        Value iterator =
                machine.call(machine.attributes().special(instance, "__iter__").orElseThrow(), List.of());
        if (!(iterator instanceof InstanceValue own)) {
            return iterate(iterator);
        }
        Value next = machine.attributes()
                .special(own, "__next__")
                .orElseThrow(
                        () -> PythonError.typeError("iter() returned non-iterator of type '" + own.typeName() + "'"));
        return new Pulled(ExceptionTypes.STOP_ITERATION) {
            @Override
            Value pull() {
                return machine.call(next, List.of());
            }
        };
    }

    /** Values that come until an exception of a class ends them. */
    private abstract class Pulled implements Iterator<Value> {
        private final ClassValue end;
        private Value ahead;
        private boolean over;

        Pulled(ClassValue end) {
            this.end = end;
        }

        abstract Value pull();

        @Override
        public boolean hasNext() {
            if (ahead == null && !over) {
                machine.step(1);
                try {
                    ahead = pull();
                } catch (PythonError error) {
                    if (!error.exception().type().isSubclassOf(end)) {
                        throw error;
                    }
                    over = true;
                }
            }
            return !over;
        }

        @Override
        public Value next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Value value = ahead;
            ahead = null;
            return value;
        }
    }
}
