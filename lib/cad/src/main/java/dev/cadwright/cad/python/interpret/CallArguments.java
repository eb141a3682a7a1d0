package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.syntax.Expression;
import dev.cadwright.cad.python.syntax.Trailer;
import dev.cadwright.cad.python.value.Call;
import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.FunctionValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evaluates the arguments of calls. */
final class CallArguments {
    private final Machine machine;
    private final Evaluator evaluator;

    CallArguments(Machine machine, Evaluator evaluator) {
        this.machine = machine;
        this.evaluator = evaluator;
    }

    Call evaluate(Value callee, Trailer.Call call, Frame frame) {
        List<Value> positional = new ArrayList<>(call.arguments().size());
        Map<String, Value> keywords = Map.of();
        for (Trailer.Argument argument : call.arguments()) {
            if (argument.value() instanceof Expression.Starred starred) {
                Value iterable = evaluator.evaluate(starred.value(), frame);
                machine.at(starred.span());
                if (!machine.protocols().iteration().isIterable(iterable)) {
                    throw wrong(callee, "* must be an iterable", iterable);
                }
                positional.addAll(machine.list(iterable));
                continue;
            }
            Value value = evaluator.evaluate(argument.value(), frame);
            if (argument.keyword().isEmpty() && !argument.unpacksKeywords()) {
                positional.add(value);
                continue;
            }
            keywords = keywords.isEmpty() ? new LinkedHashMap<>() : keywords;
            machine.at(argument.value().span());
            if (argument.unpacksKeywords()) {
                unpack(callee, value, keywords);
            } else {
                put(keywords, argument.keyword().get(), value);
            }
        }
        return new Call(positional, keywords, call.span(), machine);
    }

    private void unpack(Value callee, Value value, Map<String, Value> keywords) {
        if (!(value instanceof DictValue dict)) {
            throw wrong(callee, "** must be a mapping", value);
        }
        machine.step(dict.entries().size());
        dict.entries().forEach((key, item) -> {
            if (!(key instanceof StrValue(String keyword))) {
                throw PythonError.typeError("keywords must be strings");
            }
            put(keywords, keyword, item);
        });
    }

    private PythonError wrong(Value callee, String expected, Value value) {
        String name = callee instanceof FunctionValue function
                ? "__main__." + function.tree().qualifiedName() + "()"
                : machine.str(callee);
        return PythonError.typeError(name + " argument after " + expected + ", not " + value.typeName());
    }

    private static void put(Map<String, Value> keywords, String keyword, Value value) {
        if (keywords.putIfAbsent(keyword, value) != null) {
            throw PythonError.typeError("got multiple values for keyword argument '" + keyword + "'");
        }
    }
}
