package dev.cadwright.neural.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.TorchBridge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A loaded op archive. Arguments are arrays, lists of arrays, integers, arrays of them, doubles and booleans. */
public final class TorchModule implements AutoCloseable {
    private final PtSymbolBlock block;
    private final long handle;

    private TorchModule(PtSymbolBlock block) {
        this.block = block;
        this.handle = block.getHandle();
    }

    public static TorchModule load(NDManager manager, byte[] archive) {
        try {
            Path file = Files.createTempFile("cadwright-ops", ".pt");
            try {
                Files.write(file, archive);
                return new TorchModule(
                        JniUtils.loadModule((PtNDManager) manager, file, true, new String[0], new String[0], true));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a method that returns one array; gradients are recorded when the thread's gradient mode is on. */
    public NDArray array(NDManager owner, String method, Object... arguments) {
        try (IValue result = invoke(method, arguments)) {
            return result.toTensor((PtNDManager) owner);
        }
    }

    /** Runs a method that returns a tuple or list of arrays. */
    public NDArray[] arrays(NDManager owner, String method, Object... arguments) {
        try (IValue result = invoke(method, arguments)) {
            return result.isTuple() ? ofTuple(owner, result) : result.toTensorArray((PtNDManager) owner);
        }
    }

    /** Runs a method for what it does in place. */
    public void run(String method, Object... arguments) {
        invoke(method, arguments).close();
    }

    private static NDArray[] ofTuple(NDManager owner, IValue tuple) {
        IValue[] values = tuple.toIValueTuple();
        NDArray[] arrays = new NDArray[values.length];
        for (int i = 0; i < values.length; i++) {
            arrays[i] = values[i].toTensor((PtNDManager) owner);
            values[i].close();
        }
        return arrays;
    }

    private IValue invoke(String method, Object... arguments) {
        IValue[] values = new IValue[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(arguments[i]);
        }
        try {
            return TorchBridge.run(handle, method, true, values);
        } finally {
            for (IValue value : values) {
                value.close();
            }
        }
    }

    private static IValue value(Object argument) {
        return switch (argument) {
            case PtNDArray array -> IValue.from(array);
            case Boolean flag -> IValue.from(flag.booleanValue());
            case Integer number -> IValue.from(number.longValue());
            case Long number -> IValue.from(number.longValue());
            case Double number -> IValue.from(number.doubleValue());
            case long[] numbers -> IValue.listFrom(numbers);
            case List<?> arrays ->
                IValue.listFrom(arrays.stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new));
            default ->
                throw new IllegalArgumentException(
                        "no tensor argument: " + argument.getClass().getName());
        };
    }

    @Override
    public void close() {
        block.close();
    }
}
