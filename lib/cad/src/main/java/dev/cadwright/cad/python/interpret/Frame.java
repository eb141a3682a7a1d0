package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.value.Environment;
import dev.cadwright.cad.python.value.FunctionValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.Value;

/** One running body: its names, and what it is about to return. */
final class Frame {
    private final Environment environment;
    private final FunctionValue function;
    private final Value self;
    private Value result = NoneValue.NONE;

    /**
     * @param function whose body runs; null outside of functions
     * @param self the first argument, for {@code super()}; null when there is none
     */
    Frame(Environment environment, FunctionValue function, Value self) {
        this.environment = environment;
        this.function = function;
        this.self = self;
    }

    /** A comprehension within this body. */
    Frame within(Environment comprehension) {
        return new Frame(comprehension, function, self);
    }

    Environment environment() {
        return environment;
    }

    FunctionValue function() {
        return function;
    }

    Value self() {
        return self;
    }

    Value result() {
        return result;
    }

    void setResult(Value value) {
        result = value;
    }
}
