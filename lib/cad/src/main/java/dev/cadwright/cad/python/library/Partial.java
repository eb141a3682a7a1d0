package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Call;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code functools.partial}. */
record Partial(Value function, List<Value> positional, Map<String, Value> keywords) implements HostObject {
    static final HostType TYPE = HostType.named("functools.partial", Partial.class)
            .constructor("function, /, *arguments, **keywords", Partial::of)
            .property("func", Partial::function)
            .build();

    private static Value of(Arguments call) {
        Map<String, Value> keywords = new LinkedHashMap<>();
        call.keywords("keywords").forEach((name, value) -> keywords.put(((StrValue) name).value(), value));
        Sequences.charge(call.runtime(), call.rest("arguments").size() + keywords.size());
        return new Partial(call.at(0), call.rest("arguments"), keywords);
    }

    @Override
    public HostType type() {
        return TYPE;
    }

    @Override
    public Optional<Value> call(Call call) {
        List<Value> arguments = new ArrayList<>(positional);
        arguments.addAll(call.positional());
        Map<String, Value> named = new LinkedHashMap<>(keywords);
        named.putAll(call.keywords());
        return Optional.of(call.runtime().call(function, new Call(arguments, named, call.span(), call.runtime())));
    }
}
