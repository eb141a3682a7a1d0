package dev.cadwright.cad.python.value;

import dev.cadwright.cad.python.syntax.Scope;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The names of a running scope: of a function call, a comprehension, a class body or the program itself. */
public final class Environment {
    /** What kind of scope it is: a class body's names are not seen from the functions within it. */
    public enum Kind {
        MODULE,
        CLASS,
        FUNCTION,
        COMPREHENSION
    }

    private final Kind kind;
    private final Scope scope;
    private final Environment enclosing;
    private final Map<String, Value> values;
    private ClassValue definedClass;

    /** @param enclosing null for the program itself */
    public Environment(Kind kind, Scope scope, Environment enclosing) {
        this.kind = kind;
        this.scope = scope;
        this.enclosing = enclosing;
        this.values = kind == Kind.MODULE || kind == Kind.CLASS ? new LinkedHashMap<>() : new HashMap<>();
    }

    public Kind kind() {
        return kind;
    }

    public Scope scope() {
        return scope;
    }

    public Environment enclosing() {
        return enclosing;
    }

    /** The class that came of the nearest class body around a function; empty outside of classes. */
    public Optional<ClassValue> definedClass() {
        for (Environment scope = this; scope != null; scope = scope.enclosing) {
            if (scope.kind == Kind.CLASS) {
                return Optional.ofNullable(scope.definedClass);
            }
        }
        return Optional.empty();
    }

    /** Notes the class that came of this class body. */
    public void define(ClassValue type) {
        definedClass = type;
    }

    /** The names bound so far; live. */
    public Map<String, Value> values() {
        return values;
    }
}
