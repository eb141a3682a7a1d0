package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Value;
import java.util.Arrays;
import java.util.List;

/** {@code centered=True} or {@code centered=(True, True, False)}. */
final class Centring {
    private Centring() {}

    static boolean[] of(Arguments call, String parameter, int dimensions) {
        Value value = call.value(parameter);
        boolean[] centred = new boolean[dimensions];
        if (value instanceof BoolValue all) {
            Arrays.fill(centred, all.value());
            return centred;
        }
        List<Value> each = call.list(parameter);
        if (each.size() < dimensions) {
            throw PythonError.indexError("tuple index out of range");
        }
        for (int i = 0; i < dimensions; i++) {
            centred[i] = call.runtime().truth(each.get(i));
        }
        return centred;
    }
}
