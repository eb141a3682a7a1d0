package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.library.Types;
import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.syntax.ComparisonOperator;
import dev.cadwright.cad.python.value.Call;
import dev.cadwright.cad.python.value.Environment;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.Value;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The state of one run, and the parts of the interpreter that work on it. */
final class Machine implements Runtime {
    private final Host host;
    private final Meter meter;
    private final Map<Class<?>, Object> states;
    private final Names names;
    private final Attributes attributes;
    private final Protocols protocols;
    private final Calls calls;
    private final Evaluator evaluator;
    private final Executor executor;
    private SourceSpan span = SourceSpan.NONE;
    private Frame frame;

    Machine(Host host, Budget budget) {
        this.host = host;
        this.meter = new Meter(budget);
        this.states = new HashMap<>(host.states());
        this.names = new Names(this);
        this.attributes = new Attributes(this);
        this.protocols = new Protocols(this);
        this.calls = new Calls(this);
        this.evaluator = new Evaluator(this);
        this.executor = new Executor(this);
    }

    Host host() {
        return host;
    }

    Meter meter() {
        return meter;
    }

    Names names() {
        return names;
    }

    Attributes attributes() {
        return attributes;
    }

    Protocols protocols() {
        return protocols;
    }

    Calls calls() {
        return calls;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    Executor executor() {
        return executor;
    }

    /** The body that runs now. */
    Frame frame() {
        return frame;
    }

    void setFrame(Frame running) {
        frame = running;
    }

    /** Notes where the operation stands that comes next. */
    void at(SourceSpan place) {
        span = place;
    }

    Environment globals() {
        return names.globals();
    }

    @Override
    public SourceSpan span() {
        return span;
    }

    @Override
    public void step(long count) {
        meter.step(count);
    }

    @Override
    public void allocate(long bytes) {
        meter.allocate(bytes);
    }

    @Override
    public void requireBits(long bits) {
        meter.requireBits(bits);
    }

    @Override
    public Value call(Value callee, List<Value> arguments) {
        return calls.call(callee, new Call(arguments, Map.of(), span, this));
    }

    @Override
    public Value call(Value callee, Call call) {
        return calls.call(callee, call);
    }

    @Override
    public Value attribute(Value object, String name) {
        return attributes.get(object, name);
    }

    @Override
    public Optional<Value> findAttribute(Value object, String name) {
        return attributes.find(object, name);
    }

    @Override
    public void setAttribute(Value object, String name, Value value) {
        attributes.set(object, name, value);
    }

    @Override
    public Value index(Value object, Value key) {
        return protocols.index(object, key);
    }

    @Override
    public Value binary(BinaryOperator operator, Value left, Value right) {
        return protocols.binary(operator, left, right, false);
    }

    @Override
    public boolean compare(ComparisonOperator operator, Value left, Value right) {
        return protocols.compare(operator, left, right);
    }

    @Override
    public Iterator<Value> iterate(Value value) {
        return protocols.iteration().iterate(value);
    }

    @Override
    public List<Value> list(Value iterable) {
        return protocols.iteration().list(iterable);
    }

    @Override
    public boolean truth(Value value) {
        return protocols.truth(value);
    }

    @Override
    public long length(Value value) {
        return protocols.length(value);
    }

    @Override
    public String str(Value value) {
        return protocols.text().str(value);
    }

    @Override
    public String repr(Value value) {
        return protocols.text().repr(value);
    }

    @Override
    public String format(Value value, String specification) {
        return protocols.text().format(value, specification);
    }

    @Override
    public Value typeOf(Value value) {
        return Types.of(value);
    }

    @Override
    public boolean isInstance(Value value, Value type) {
        return protocols.isInstance(value, type);
    }

    @Override
    public void print(String text) {
        meter.print(text);
    }

    @Override
    public <T> T state(Class<T> type, Supplier<? extends T> initial) {
        return type.cast(states.computeIfAbsent(type, key -> initial.get()));
    }
}
