package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.NearestName;
import dev.cadwright.cad.python.library.Absent;
import dev.cadwright.cad.python.library.Modules;
import dev.cadwright.cad.python.syntax.Statement;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.ModuleValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.UnsupportedConstruct;
import dev.cadwright.cad.python.value.Value;
import java.util.Optional;

/** {@code import} of the modules that there are; others of Python's are unsupported when used, any other at once. */
final class Imports {
    private final Machine machine;

    Imports(Machine machine) {
        this.machine = machine;
    }

    void plain(Statement.Import statement, Frame frame) {
        for (Statement.Imported imported : statement.modules()) {
            machine.at(imported.span());
            Value module = module(imported.name());
            int dot = imported.name().indexOf('.');
            boolean outermost = imported.alias().isEmpty() && dot > 0;
            Value bound = outermost ? module(imported.name().substring(0, dot)) : module;
            String name = imported.alias().orElse(dot > 0 ? imported.name().substring(0, dot) : imported.name());
            machine.names().store(name, bound, frame.environment());
        }
    }

    void from(Statement.ImportFrom statement, Frame frame) {
        machine.at(statement.span());
        Value origin = module(statement.module());
        if (!(origin instanceof ModuleValue module)) {
            absent(statement, frame);
            return;
        }
        for (Statement.Imported imported : statement.names()) {
            machine.at(imported.span());
            if (imported.name().equals("*")) {
                module.attributes().forEach((name, value) -> {
                    if (!name.startsWith("_")) {
                        machine.names().store(name, value, frame.environment());
                    }
                });
                continue;
            }
            Value value = member(module, imported.name());
            machine.names().store(imported.alias().orElse(imported.name()), value, frame.environment());
        }
    }

    private void absent(Statement.ImportFrom statement, Frame frame) {
        for (Statement.Imported imported : statement.names()) {
            String construct = "import " + statement.module();
            if (imported.name().equals("*")) {
                throw new UnsupportedConstruct(construct, Modules.reason(statement.module()));
            }
            Value value = new Absent(construct, Modules.reason(statement.module()));
            machine.names().store(imported.alias().orElse(imported.name()), value, frame.environment());
        }
    }

    private Value member(ModuleValue module, String name) {
        String reason = module.unsupported().get(name);
        if (reason != null) {
            return new Absent(module.name() + "." + name, reason);
        }
        return machine.findAttribute(module, name)
                .orElseThrow(() -> PythonError.of(
                        ExceptionTypes.IMPORT_ERROR,
                        "cannot import name '" + name + "' from '" + module.name() + "'",
                        NearestName.hint(name, module.attributes().keySet())));
    }

    /** The module, or what stands for one that is known and not executed. */
    private Value module(String name) {
        Optional<Value> found = find(name, machine.host());
        if (found.isPresent()) {
            return found.get();
        }
        if (Modules.isAbsent(name) || machine.host().isAbsent(name)) {
            return new Absent("import " + name, Modules.reason(name));
        }
        throw new UnsupportedConstruct("import " + name, Modules.reason(name));
    }

    /** A module by its full name, the host's before Python's own. */
    static Optional<Value> find(String name, Host host) {
        ModuleValue module = host.modules().get(name);
        return Optional.ofNullable(module == null ? Modules.ALL.get(name) : module);
    }
}
