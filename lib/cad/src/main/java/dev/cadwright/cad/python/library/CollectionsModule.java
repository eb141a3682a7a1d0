package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Call;
import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.ModuleValue;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** The module {@code collections}. */
final class CollectionsModule {
    static final ModuleValue MODULE = new ModuleValue(
            "collections",
            Map.of(
                    "namedtuple",
                    HostFunction.of(
                            "namedtuple",
                            "typename, field_names, *, rename=False, defaults=None, module=None",
                            NamedTuples::define),
                    "OrderedDict",
                    DictType.TYPE,
                    "defaultdict",
                    HostFunction.of(
                            "defaultdict",
                            "default_factory=None, /, *items, **entries",
                            CollectionsModule::defaultDict),
                    "deque",
                    Deque.TYPE),
            Map.of("ChainMap", "", "Counter", "count in a dict", "UserDict", "", "UserList", ""));

    private CollectionsModule() {}

    private static Value defaultDict(Arguments call) {
        Map<String, Value> entries = new LinkedHashMap<>();
        call.keywords("entries").forEach((name, value) -> entries.put(((StrValue) name).value(), value));
        Call plain = new Call(call.rest("items"), entries, call.span(), call.runtime());
        DictValue dict = (DictValue) call.runtime().call(DictType.TYPE, plain);
        return new DictValue(dict.entries(), call.isNone("default_factory") ? null : call.at(0));
    }
}
