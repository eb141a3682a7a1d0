package dev.cadwright.cad.openscad;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names that can be seen from a place: its own, then those around it. What is assigned anywhere in it is in it. */
final class Scope {
    private final Scope around;
    private final Set<String> variables = new HashSet<>();
    private final Map<String, List<Parameter>> functions = new HashMap<>();
    private final Map<String, List<Parameter>> modules = new HashMap<>();

    Scope(Scope around) {
        this.around = around;
    }

    /** Takes in what statements define. Braces alone make no scope. */
    Scope define(List<Statement> statements) {
        for (Statement statement : statements) {
            switch (statement) {
                case Statement.Assignment assignment -> variables.add(assignment.name());
                case Statement.ModuleDefinition module -> modules.put(module.name(), module.parameters());
                case Statement.FunctionDefinition function -> functions.put(function.name(), function.parameters());
                case Statement.Block block -> define(block.statements());
                case Statement.Include include -> {}
                case Statement.Use use -> {}
                case Statement.Instantiation instantiation -> {}
                case Statement.Choice choice -> {}
            }
        }
        return this;
    }

    /** Takes in the modules and functions alone, as {@code use} does. */
    void defineCallables(List<Statement> statements) {
        define(statements.stream()
                .filter(statement -> !(statement instanceof Statement.Assignment))
                .toList());
    }

    void bind(String variable) {
        variables.add(variable);
    }

    Scope inner() {
        return new Scope(this);
    }

    Scope inner(List<Parameter> parameters) {
        Scope inner = inner();
        parameters.forEach(parameter -> inner.bind(parameter.name()));
        return inner;
    }

    boolean hasVariable(String name) {
        for (Scope scope = this; scope != null; scope = scope.around) {
            if (scope.variables.contains(name)) {
                return true;
            }
        }
        return false;
    }

    Optional<List<Parameter>> function(String name) {
        for (Scope scope = this; scope != null; scope = scope.around) {
            if (scope.functions.containsKey(name)) {
                return Optional.of(scope.functions.get(name));
            }
        }
        return Optional.empty();
    }

    Optional<List<Parameter>> module(String name) {
        for (Scope scope = this; scope != null; scope = scope.around) {
            if (scope.modules.containsKey(name)) {
                return Optional.of(scope.modules.get(name));
            }
        }
        return Optional.empty();
    }

    Set<String> variables() {
        Set<String> names = new TreeSet<>(Builtins.VARIABLES);
        for (Scope scope = this; scope != null; scope = scope.around) {
            names.addAll(scope.variables);
        }
        return names;
    }

    Set<String> functions() {
        Set<String> names = new TreeSet<>(Builtins.FUNCTIONS);
        for (Scope scope = this; scope != null; scope = scope.around) {
            names.addAll(scope.functions.keySet());
        }
        return names;
    }

    Set<String> modules() {
        Set<String> names = new TreeSet<>(Builtins.MODULES.keySet());
        for (Scope scope = this; scope != null; scope = scope.around) {
            names.addAll(scope.modules.keySet());
        }
        return names;
    }
}
