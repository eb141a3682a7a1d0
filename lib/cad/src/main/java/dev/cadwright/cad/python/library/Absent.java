package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.syntax.ComparisonOperator;
import dev.cadwright.cad.python.syntax.UnaryOperator;
import dev.cadwright.cad.python.value.Call;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.UnsupportedConstruct;
import dev.cadwright.cad.python.value.Value;
import java.util.Iterator;
import java.util.Optional;

/**
 * What a program imported and this project does not execute. Many programs import more than they use, so only the first
 * use of it is unsupported.
 *
 * @param construct as a program writes it: {@code import re}, {@code os.path}
 */
public record Absent(String construct, String reason) implements HostObject {
    private static final HostType TYPE = HostType.named("module", Absent.class).build();

    @Override
    public HostType type() {
        return TYPE;
    }

    @Override
    public Optional<Value> attribute(String name, Runtime runtime) {
        throw used();
    }

    @Override
    public boolean setAttribute(String name, Value value, Runtime runtime) {
        throw used();
    }

    @Override
    public Optional<Value> call(Call call) {
        throw used();
    }

    @Override
    public Optional<Value> binary(BinaryOperator operator, Value other, boolean reflected, Runtime runtime) {
        throw used();
    }

    @Override
    public Optional<Value> unary(UnaryOperator operator, Runtime runtime) {
        throw used();
    }

    @Override
    public Optional<Value> compare(ComparisonOperator operator, Value other, Runtime runtime) {
        throw used();
    }

    @Override
    public Optional<Value> index(Value key, Runtime runtime) {
        throw used();
    }

    @Override
    public Optional<Iterator<Value>> iterate(Runtime runtime) {
        throw used();
    }

    @Override
    public Optional<Long> length(Runtime runtime) {
        throw used();
    }

    @Override
    public String repr(Runtime runtime) {
        throw used();
    }

    @Override
    public boolean acceptsInstance(Value value) {
        throw used();
    }

    @Override
    public Optional<Value> enter(Runtime runtime) {
        throw used();
    }

    private UnsupportedConstruct used() {
        return new UnsupportedConstruct(construct, reason);
    }
}
