package dev.cadwright.cad.sketch;

import dev.cadwright.cad.NearestName;
import dev.cadwright.cad.sketch.Statement.Argument;
import dev.cadwright.cad.sketch.Statement.Call;
import dev.cadwright.cad.sketch.Statement.Name;
import dev.cadwright.cad.sketch.Statement.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A call's name and its parameters in their order: required ones, then optional ones. */
record Signature(String name, List<Parameter> parameters) {
    Signature {
        parameters = List.copyOf(parameters);
    }

    Signature(String name, Parameter... parameters) {
        this(name, List.of(parameters));
    }

    /** Arguments by parameter, as Python would bind them. @throws Refusal if they do not fit */
    Arguments bind(Call call) {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        Map<String, Value> bound = new HashMap<>();
        int position = 0;
        for (Argument argument : call.arguments()) {
            String parameter;
            if (argument.keyword().isPresent()) {
                parameter = keyword(argument.keyword().get(), call, names);
            } else if (position < names.size()) {
                parameter = names.get(position++);
            } else {
                throw refusal(argument.value(), "there is no parameter for this argument", call, names, "");
            }
            if (bound.put(parameter, argument.value()) != null) {
                throw refusal(argument.value(), "\"" + parameter + "\" is given twice", call, names, "leave one out");
            }
        }
        for (Parameter parameter : parameters) {
            if (parameter.required() && !bound.containsKey(parameter.name())) {
                throw new Refusal(
                        call.span(),
                        "syntax.missing-argument",
                        "\"" + call.function().text() + "\" lacks \"" + parameter.name() + "\"",
                        describe(call, names),
                        "");
            }
        }
        return new Arguments(call, bound);
    }

    private static String keyword(Name keyword, Call call, List<String> parameters) {
        if (!parameters.contains(keyword.text())) {
            throw new Refusal(
                    keyword.span(),
                    "syntax.argument",
                    "\"" + call.function().text() + "\" has no parameter \"" + Messages.shortened(keyword.text())
                            + "\"",
                    describe(call, parameters),
                    NearestName.quotedHint(keyword.text(), parameters));
        }
        return keyword.text();
    }

    private static Refusal refusal(Value at, String message, Call call, List<String> parameters, String hint) {
        return new Refusal(at.span(), "syntax.argument", message, describe(call, parameters), hint);
    }

    private static String describe(Call call, List<String> parameters) {
        return call.function().text() + "(" + String.join(", ", parameters) + ")";
    }
}
