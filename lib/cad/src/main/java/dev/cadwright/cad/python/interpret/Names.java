package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.NearestName;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.library.Builtins;
import dev.cadwright.cad.python.syntax.Scope;
import dev.cadwright.cad.python.value.Environment;
import dev.cadwright.cad.python.value.Environment.Kind;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.Footprint;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.UnsupportedConstruct;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Python's rules for where a name lives. */
final class Names {
    private final Machine machine;
    private final Environment globals = new Environment(Kind.MODULE, new Scope(Set.of(), Set.of()), null);
    private final Map<String, Long> assignments = new HashMap<>();
    private long assigned;

    Names(Machine machine) {
        this.machine = machine;
    }

    Environment globals() {
        return globals;
    }

    Variables variables() {
        List<String> order = new ArrayList<>(globals.values().keySet());
        order.sort(Comparator.comparing(assignments::get));
        return new Variables(globals.values(), order);
    }

    Value load(String name, Environment from, SourceSpan span) {
        if (from.kind() == Kind.MODULE) {
            return loadGlobal(name, span);
        }
        Value own = from.values().get(name);
        if (own != null) {
            return own;
        }
        if (from.scope().globals().contains(name)) {
            return loadGlobal(name, span);
        }
        if (from.scope().locals().contains(name) && from.kind() != Kind.CLASS) {
            machine.at(span);
            throw PythonError.of(
                    ExceptionTypes.UNBOUND_LOCAL_ERROR,
                    "cannot access local variable '" + name + "' where it is not associated with a value");
        }
        return loadEnclosing(name, from.enclosing(), span);
    }

    private Value loadEnclosing(String name, Environment from, SourceSpan span) {
        for (Environment scope = from; scope.kind() != Kind.MODULE; scope = scope.enclosing()) {
            if (scope.kind() == Kind.CLASS || !scope.scope().locals().contains(name)) {
                continue;
            }
            Value value = scope.values().get(name);
            if (value == null) {
                machine.at(span);
                throw PythonError.of(
                        ExceptionTypes.NAME_ERROR,
                        "cannot access free variable '" + name
                                + "' where it is not associated with a value in enclosing scope");
            }
            return value;
        }
        return loadGlobal(name, span);
    }

    private Value loadGlobal(String name, SourceSpan span) {
        Value value = globals.values().get(name);
        if (value == null) {
            value = machine.host().builtins().get(name);
        }
        if (value == null) {
            value = Builtins.ALL.get(name);
        }
        if (value != null) {
            return value;
        }
        machine.at(span);
        if (Builtins.UNSUPPORTED.contains(name)) {
            throw new UnsupportedConstruct(name, "");
        }
        if (name.equals("super")) {
            return Super.FUNCTION;
        }
        throw PythonError.of(
                ExceptionTypes.NAME_ERROR, "name '" + name + "' is not defined", NearestName.hint(name, known()));
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(globals.values().keySet());
        known.addAll(machine.host().builtins().keySet());
        known.addAll(Builtins.ALL.keySet());
        known.addAll(List.of("None", "True", "False"));
        if (machine.frame() != null) {
            known.addAll(machine.frame().environment().values().keySet());
        }
        return known;
    }

    void store(String name, Value value, Environment from) {
        Environment home = home(name, from);
        machine.allocate(home.values().containsKey(name) ? 0 : Footprint.VARIABLE);
        home.values().put(name, value);
        if (home == globals) {
            assignments.put(name, ++assigned);
        }
    }

    /** As {@code :=} does: outside of comprehensions. */
    void storeOutsideComprehension(String name, Value value, Environment from) {
        Environment outside = from;
        while (outside.kind() == Kind.COMPREHENSION) {
            outside = outside.enclosing();
        }
        store(name, value, outside);
    }

    void delete(String name, Environment from, SourceSpan span) {
        load(name, from, span);
        if (home(name, from).values().remove(name) == null) {
            throw PythonError.of(ExceptionTypes.NAME_ERROR, "name '" + name + "' is not defined");
        }
    }

    private Environment home(String name, Environment from) {
        if (from.kind() == Kind.MODULE || from.scope().locals().contains(name)) {
            return from;
        }
        if (from.scope().globals().contains(name)) {
            return globals;
        }
        for (Environment scope = from.enclosing(); scope.kind() != Kind.MODULE; scope = scope.enclosing()) {
            if (scope.kind() != Kind.CLASS && scope.scope().locals().contains(name)) {
                return scope;
            }
        }
        throw PythonError.of(ExceptionTypes.NAME_ERROR, "no binding for nonlocal '" + name + "' found");
    }
}
