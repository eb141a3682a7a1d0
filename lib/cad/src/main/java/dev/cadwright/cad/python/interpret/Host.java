package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.value.ModuleValue;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a host brings to a run beside Python itself.
 *
 * @param builtins names that a program may use without importing them, such as {@code show_object}
 * @param modules what it may import, by full name: {@code cadquery}, {@code cadquery.selectors}; a module of Python's
 *     own library is replaced by one of the same name
 * @param states what it keeps for one run, by class: {@link Runtime#state} finds it there
 */
public record Host(Map<String, Value> builtins, Map<String, ModuleValue> modules, Map<Class<?>, Object> states) {
    /** Plain Python. */
    public static final Host NONE = new Host(Map.of(), Map.of(), Map.of());

    public Host {
        builtins = Map.copyOf(builtins);
        modules = Map.copyOf(modules);
        states = Map.copyOf(states);
    }

    public static Host of(Map<String, Value> builtins, Collection<ModuleValue> modules) {
        Objects.requireNonNull(modules, "modules");
        return new Host(
                builtins, modules.stream().collect(Collectors.toMap(ModuleValue::name, Function.identity())), Map.of());
    }

    /** This host for one run alone, with what it keeps for it. */
    public <T> Host keeping(Class<T> type, T state) {
        Map<Class<?>, Object> more = new HashMap<>(states);
        more.put(type, type.cast(state));
        return new Host(builtins, modules, more);
    }

    /** Whether a name is of a module within one of its packages that it does not bring. */
    boolean isAbsent(String name) {
        return name.contains(".") && modules.containsKey(name.substring(0, name.indexOf('.')));
    }

    /** Whether a class is one of its own. */
    boolean brings(Value type) {
        return modules.values().stream()
                .anyMatch(module -> module.attributes().values().stream().anyMatch(value -> value == type));
    }
}
