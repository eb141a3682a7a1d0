package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.Call;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.ModuleValue;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The modules {@code typing} and {@code collections.abc}: names of types, which mean nothing when a program runs. */
final class TypingModule {
    private static final List<String> NAMES = List.of(
            "Annotated",
            "Any",
            "Callable",
            "ClassVar",
            "Collection",
            "Concatenate",
            "Container",
            "DefaultDict",
            "Deque",
            "Dict",
            "Final",
            "FrozenSet",
            "Generator",
            "Generic",
            "Hashable",
            "Iterable",
            "Iterator",
            "List",
            "Literal",
            "Mapping",
            "MutableMapping",
            "MutableSequence",
            "NewType",
            "NoReturn",
            "Optional",
            "ParamSpec",
            "Protocol",
            "Self",
            "Sequence",
            "Set",
            "Sized",
            "SupportsFloat",
            "Text",
            "Tuple",
            "Type",
            "TypeAlias",
            "TypeVar",
            "Union",
            "overload");

    static final ModuleValue TYPING = module("typing");
    static final ModuleValue COLLECTIONS_ABC = module("collections.abc");

    private TypingModule() {}

    private static ModuleValue module(String name) {
        Map<String, Value> all = new LinkedHashMap<>();
        NAMES.forEach(type -> all.put(type, new TypeName(type)));
        all.put("cast", HostFunction.of("cast", "typ, val", call -> call.at(1)));
        all.put("TYPE_CHECKING", BoolValue.FALSE);
        return new ModuleValue(
                name, all, Map.of("NamedTuple", "use collections.namedtuple", "TypedDict", "", "get_type_hints", ""));
    }

    /** A name of a type, with or without its parameters. */
    private record TypeName(String name) implements HostObject {
        private static final HostType TYPE =
                HostType.named("typing", TypeName.class).build();

        @Override
        public HostType type() {
            return TYPE;
        }

        @Override
        public Optional<Value> index(Value key, Runtime runtime) {
            return Optional.of(this);
        }

        @Override
        public Optional<Value> binary(BinaryOperator operator, Value other, boolean reflected, Runtime runtime) {
            return operator == BinaryOperator.OR ? Optional.of(this) : Optional.empty();
        }

        @Override
        public Optional<Value> call(Call call) {
            boolean decorates = name.equals("overload") && !call.positional().isEmpty();
            return Optional.of(decorates ? call.positional().getFirst() : this);
        }

        @Override
        public String repr(Runtime runtime) {
            return "typing." + name;
        }
    }
}
