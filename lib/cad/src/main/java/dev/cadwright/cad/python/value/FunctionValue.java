package dev.cadwright.cad.python.value;

import dev.cadwright.cad.python.syntax.FunctionTree;
import java.util.Objects;

/** A function or a lambda of the program; a host calls it back through {@link Runtime#call}. */
public final class FunctionValue implements Value {
    private final FunctionTree tree;
    private final Signature signature;
    private final Environment closure;

    /**
     * @param signature with the defaults as they were when the function was defined
     * @param closure where its free names are looked up
     */
    public FunctionValue(FunctionTree tree, Signature signature, Environment closure) {
        this.tree = Objects.requireNonNull(tree, "tree");
        this.signature = Objects.requireNonNull(signature, "signature");
        this.closure = Objects.requireNonNull(closure, "closure");
    }

    public FunctionTree tree() {
        return tree;
    }

    public Signature signature() {
        return signature;
    }

    public Environment closure() {
        return closure;
    }

    @Override
    public String typeName() {
        return "function";
    }
}
