package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.Footprint;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What strings, lists and tuples have in common. */
public final class Sequences {
    /** Bytes that an item of a list or a tuple is charged with. */
    static final int ITEM_BYTES = Footprint.ITEM;

    private static final int HEADER_BYTES = Footprint.CONTAINER;

    private Sequences() {}

    static boolean isSequence(Value value) {
        return value instanceof StrValue || value instanceof ListValue || value instanceof TupleValue;
    }

    /** Charges a new list or tuple. */
    static void charge(Runtime runtime, long items) {
        runtime.allocate(HEADER_BYTES + items * ITEM_BYTES);
        runtime.step(items / 8);
    }

    /** Charges a new string. */
    static void chargeText(Runtime runtime, long characters) {
        runtime.allocate(HEADER_BYTES + 2 * characters);
        runtime.step(characters / 64);
    }

    /** Charges a look at every character of a string. */
    static void chargeLook(Runtime runtime, long characters) {
        runtime.step(characters / 64);
    }

    /** Charges a search, which may compare all of the one string at every place of the other. */
    public static void chargeSearch(Runtime runtime, String in, String wanted) {
        chargeLook(runtime, in.length());
        runtime.step(product(in.length(), wanted.length()) / 4096);
    }

    static ListValue list(List<Value> items, Runtime runtime) {
        charge(runtime, items.size());
        return new ListValue(items);
    }

    static Value text(String text, Runtime runtime) {
        chargeText(runtime, text.length());
        return new StrValue(text);
    }

    static Optional<Value> concatenate(Value left, Value right, Runtime runtime) {
        if (left instanceof StrValue(String a) && right instanceof StrValue(String b)) {
            chargeText(runtime, (long) a.length() + b.length());
            return Optional.of(new StrValue(a + b));
        }
        if (left instanceof ListValue a && right instanceof ListValue b) {
            return Optional.of(new ListValue(joined(a.items(), b.items(), runtime)));
        }
        if (left instanceof TupleValue a && right instanceof TupleValue b) {
            return Optional.of(new TupleValue(joined(a.items(), b.items(), runtime)));
        }
        return Optional.empty();
    }

    private static List<Value> joined(List<Value> left, List<Value> right, Runtime runtime) {
        charge(runtime, (long) left.size() + right.size());
        List<Value> items = new ArrayList<>(left.size() + right.size());
        items.addAll(left);
        items.addAll(right);
        return items;
    }

    static Optional<Value> repeat(Value left, Value right, Runtime runtime) {
        if (!isSequence(left) && !isSequence(right)) {
            return Optional.empty();
        }
        Value sequence = isSequence(left) ? left : right;
        Value count = isSequence(left) ? right : left;
        if (!(count instanceof IntValue) && !(count instanceof BoolValue)) {
            throw PythonError.typeError("can't multiply sequence by non-int of type '" + count.typeName() + "'");
        }
        IntValue number = count instanceof BoolValue bool ? bool.toInt() : (IntValue) count;
        long times = number.sign() <= 0 ? 0 : number.isLong() ? number.longValue() : Long.MAX_VALUE;
        return Optional.of(
                switch (sequence) {
                    case StrValue(String text) -> {
                        chargeText(runtime, product(text.length(), times));
                        yield new StrValue(text.isEmpty() ? "" : text.repeat((int) times));
                    }
                    case TupleValue tuple -> new TupleValue(repeated(tuple.items(), times, runtime));
                    default -> new ListValue(repeated(((ListValue) sequence).items(), times, runtime));
                });
    }

    private static List<Value> repeated(List<Value> items, long times, Runtime runtime) {
        long size = product(items.size(), times);
        charge(runtime, size);
        List<Value> repeated = new ArrayList<>((int) size);
        for (long i = 0; i < times && !items.isEmpty(); i++) {
            repeated.addAll(items);
        }
        return repeated;
    }

    /** A product that stops growing where no budget reaches. */
    private static long product(long length, long times) {
        long high = Math.multiplyHigh(length, times);
        long low = length * times;
        long limit = Long.MAX_VALUE / 16;
        return high != 0 || low < 0 || low > limit ? limit : low;
    }

    /** The index of an item counted from the front, −1 where there is none. */
    static int index(long index, int size) {
        long counted = index < 0 ? index + size : index;
        return counted < 0 || counted >= size ? -1 : (int) counted;
    }

    static <T> List<T> reversed(List<T> items) {
        List<T> reversed = new ArrayList<>(items);
        Collections.reverse(reversed);
        return reversed;
    }
}
