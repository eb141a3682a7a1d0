package dev.cadwright.cad.python.value;

import dev.cadwright.cad.python.syntax.FunctionTree.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The parameters of a function in their order; binds a call's arguments to them as Python does. */
public record Signature(List<Parameter> parameters) {
    public Signature {
        parameters = List.copyOf(parameters);
    }

    /**
     * One parameter.
     *
     * @param defaultValue empty when the parameter is required
     */
    public record Parameter(String name, Kind kind, Optional<Value> defaultValue) {
        public Parameter {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(defaultValue, "defaultValue");
        }
    }

    /**
     * Reads parameters as Python writes them: {@code "length, width, centered=True, *, tag=None"}, {@code "*points"},
     * {@code "x, /, **options"}. A default is a literal: a number, a string, None, True, False or a tuple of those.
     *
     * @throws IllegalArgumentException if the text is no list of parameters
     */
    public static Signature of(String parameters) {
        return SignatureReader.read(parameters);
    }

    /** Binds the arguments of a function. @throws PythonError (TypeError, in Python's words) if they do not fit */
    public Arguments bind(String function, Call call) {
        return new ArgumentBinding(this, function, call, false).bind();
    }

    /** As {@link #bind} for a method whose {@code self} is left out of the signature but counted in messages. */
    public Arguments bindMethod(String function, Call call) {
        return new ArgumentBinding(this, function, call, true).bind();
    }

    /** The index of a parameter; −1 if there is none of this name. */
    public int indexOf(String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** As Python would write it, without the parentheses. */
    @Override
    public String toString() {
        return SignatureReader.write(this);
    }
}
