package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.library.Enums;
import dev.cadwright.cad.python.syntax.Expression;
import dev.cadwright.cad.python.syntax.Statement;
import dev.cadwright.cad.python.syntax.Target;
import dev.cadwright.cad.python.syntax.Trailer;
import dev.cadwright.cad.python.value.ClassValue;
import dev.cadwright.cad.python.value.Environment;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.UnsupportedConstruct;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Defines functions and classes. */
final class Definitions {
    private final Machine machine;

    Definitions(Machine machine) {
        this.machine = machine;
    }

    void function(Statement.Define define, Frame frame) {
        Value function = machine.evaluator().function(define.function(), frame);
        Value decorated = decorated(function, define.decorators(), frame);
        machine.names().store(define.function().name(), decorated, frame.environment());
    }

    private Value decorated(Value value, List<Expression> decorators, Frame frame) {
        List<Value> functions = new ArrayList<>();
        for (Expression decorator : decorators) {
            functions.add(machine.evaluator().evaluate(decorator, frame));
        }
        Value result = value;
        for (int i = functions.size() - 1; i >= 0; i--) {
            machine.at(decorators.get(i).span());
            result = machine.call(functions.get(i), List.of(result));
        }
        return result;
    }

    void classOf(Statement.DefineClass define, Frame frame) {
        List<ClassValue> bases = bases(define, frame);
        Environment body = new Environment(Environment.Kind.CLASS, define.scope(), frame.environment());
        machine.executor().run(define.body(), new Frame(body, null, null));
        machine.at(define.span());
        machine.allocate(256);
        ClassValue type = new ClassValue(define.name(), bases, body.values(), annotated(define), machine);
        for (String hidden : List.of("__slots__", "__new__", "__getattribute__", "__setattr__")) {
            if (type.attributes().containsKey(hidden)) {
                throw new UnsupportedConstruct(hidden, "", define.span());
            }
        }
        body.define(type);
        if (type.isSubclassOf(Enums.ENUM)) {
            Enums.complete(type);
        }
        Value decorated = decorated(type, define.decorators(), frame);
        machine.names().store(define.name(), decorated, frame.environment());
    }

    private List<ClassValue> bases(Statement.DefineClass define, Frame frame) {
        List<ClassValue> bases = new ArrayList<>();
        for (Trailer.Argument argument : define.bases()) {
            if (argument.keyword().isPresent() || argument.unpacksKeywords()) {
                throw new UnsupportedConstruct(
                        argument.keyword().orElse("**") + "= of a class",
                        "",
                        argument.value().span());
            }
            Value base = machine.evaluator().evaluate(argument.value(), frame);
            machine.at(argument.value().span());
            switch (base) {
                case ClassValue type -> bases.add(type);
                case HostObject ignored when ignored.typeName().equals("typing") -> {}
                default ->
                    throw new UnsupportedConstruct(
                            "class " + define.name() + "(" + machine.repr(base) + ")",
                            "a class inherits from classes of the program and from exceptions",
                            argument.value().span());
            }
        }
        if (bases.isEmpty()) {
            bases.add(ExceptionTypes.OBJECT);
        }
        if (bases.stream().anyMatch(base -> base.lineage().size() > 64)) {
            throw PythonError.typeError("a class has too many ancestors");
        }
        return bases;
    }

    private static List<String> annotated(Statement.DefineClass define) {
        List<String> names = new ArrayList<>();
        for (Statement statement : define.body()) {
            if (statement instanceof Statement.Declare declare) {
                names.add(declare.name());
            } else if (statement instanceof Statement.DeclareAndAssign assign
                    && assign.target() instanceof Target.Name name) {
                names.add(name.name());
            }
        }
        return names.stream().distinct().toList();
    }
}
