package dev.cadwright.cad.python.numpy;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.UnsupportedConstruct;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Parameters that numpy has and this part of it does not: a call that gives one a value is unsupported, where one that
 * numpy has not either is a TypeError.
 *
 * @param signature of the function with all parameters
 * @param names of those that are not done
 */
record NotDone(String signature, List<String> names) {
    /** @param parameters in numpy's order, {@code a, axis=None | out, keepdims}: those after the bar are not done */
    static NotDone of(String parameters) {
        String[] parts = parameters.split(" \\| ", 2);
        if (parts.length == 1) {
            return new NotDone(parameters, List.of());
        }
        List<String> names = Arrays.asList(parts[1].split(", "));
        String more = names.stream().map(name -> name + "=None").collect(Collectors.joining(", "));
        return new NotDone(parts[0] + ", " + more, List.copyOf(names));
    }

    /** @throws UnsupportedConstruct that names the first of them that the call gives a value */
    void require(Arguments call) {
        for (String name : names) {
            if (!call.isNone(name)) {
                String function = call.function();
                throw new UnsupportedConstruct(
                        (function.startsWith("numpy.") ? "" : "numpy.") + function + "(" + name + "=…)",
                        "write it without this argument");
            }
        }
    }
}
