package dev.cadwright.cad.sketch;

import dev.cadwright.cad.sketch.Statement.Argument;
import dev.cadwright.cad.sketch.Statement.Call;
import dev.cadwright.cad.sketch.Statement.Name;
import dev.cadwright.cad.sketch.Statement.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The parameters of a function in their order: required ones, then optional ones. */
record Signature(List<String> required, List<String> optional) {
    Signature {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    /** Arguments by parameter, as Python would bind them. @throws Refusal if they do not fit */
    Arguments bind(Call call) {
        List<String> parameters =
                Stream.concat(required.stream(), optional.stream()).toList();
        Map<String, Value> bound = new HashMap<>();
        int position = 0;
        for (Argument argument : call.arguments()) {
            String parameter;
            if (argument.keyword().isPresent()) {
                parameter = keyword(argument.keyword().get(), call, parameters);
            } else if (position < parameters.size()) {
                parameter = parameters.get(position++);
            } else {
                throw refusal(argument.value(), "there is no parameter for this argument", call, parameters, "");
            }
            if (bound.put(parameter, argument.value()) != null) {
                throw refusal(
                        argument.value(), "\"" + parameter + "\" is given twice", call, parameters, "leave one out");
            }
        }
        for (String parameter : required) {
            if (!bound.containsKey(parameter)) {
                throw new Refusal(
                        call.span(),
                        "syntax.missing-argument",
                        "\"" + call.function().text() + "\" lacks \"" + parameter + "\"",
                        describe(call, parameters),
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
                    Messages.didYouMean(keyword.text(), parameters));
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
