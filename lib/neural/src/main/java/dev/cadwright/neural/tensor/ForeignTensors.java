package dev.cadwright.neural.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.LibUtils;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * libtorch's stable C functions on DJL's arrays: a tensor over memory that Java owns, of any element type and size, and
 * the memory behind a tensor. Nothing is copied either way. A DJL handle is a pointer to an {@code at::Tensor}.
 */
public final class ForeignTensors {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final int CPU = 0;
    private static final long ALIGNMENT = 64;

    private ForeignTensors() {}

    /** Bound when first used, after DJL has loaded the library. */
    private static final class Functions {
        private static final SymbolLookup LIBRARY =
                SymbolLookup.libraryLookup(Path.of(LibUtils.getLibtorchPath(), "libtorch_cpu.so"), Arena.global());
        static final MethodHandle FROM_BLOB = bind(
                "aoti_torch_create_tensor_from_blob",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS));
        static final MethodHandle CLONE = bind("aoti_torch_clone", getter());
        static final MethodHandle DATA = bind("aoti_torch_get_data_ptr", getter());
        static final MethodHandle TYPE = bind("aoti_torch_get_dtype", getter());

        private static FunctionDescriptor getter() {
            return FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
        }

        private static MethodHandle bind(String name, FunctionDescriptor descriptor) {
            return LINKER.downcallHandle(LIBRARY.findOrThrow(name), descriptor);
        }
    }

    /**
     * A row-major tensor over native memory, which must outlive it and stay as it is; writing to the tensor of a
     * read-only mapping ends the process.
     */
    public static NDArray over(NDManager owner, MemorySegment memory, ScalarType type, long... shape) {
        try (Arena arena = Arena.ofConfined()) {
            long[] strides = new long[shape.length];
            long stride = 1;
            for (int i = shape.length - 1; i >= 0; i--) {
                strides[i] = stride;
                stride = Math.multiplyExact(stride, Math.max(1, shape[i]));
            }
            if (stride * type.stored().bytes() > memory.byteSize() && memory.byteSize() > 0) {
                throw new IllegalArgumentException("the memory is smaller than the tensor");
            }
            MemorySegment result = arena.allocate(ValueLayout.ADDRESS);
            int status = (int) Functions.FROM_BLOB.invokeExact(
                    memory,
                    (long) shape.length,
                    arena.allocateFrom(ValueLayout.JAVA_LONG, shape),
                    arena.allocateFrom(ValueLayout.JAVA_LONG, strides),
                    0L,
                    type.code(),
                    CPU,
                    CPU,
                    result);
            requireSuccess(status);
            return new PtNDArray((PtNDManager) owner, result.get(ValueLayout.JAVA_LONG, 0));
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    /** A row-major tensor in memory of its own with these bytes, wherever they lie. */
    public static NDArray copied(NDManager owner, MemorySegment bytes, ScalarType type, long... shape) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment aligned = arena.allocate(Math.max(1, bytes.byteSize()), ALIGNMENT);
            MemorySegment.copy(bytes, 0, aligned, 0, bytes.byteSize());
            MemorySegment result = arena.allocate(ValueLayout.ADDRESS);
            try (NDArray borrowed = over(owner, aligned, type, shape)) {
                requireSuccess((int) Functions.CLONE.invokeExact(handle(borrowed), result));
            }
            return new PtNDArray((PtNDManager) owner, result.get(ValueLayout.JAVA_LONG, 0));
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    /** The element type, also of arrays whose type DJL does not know. */
    public static ScalarType type(NDArray array) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment result = arena.allocate(ValueLayout.JAVA_INT);
            requireSuccess((int) Functions.TYPE.invokeExact(handle(array), result));
            return ScalarType.ofCode(result.get(ValueLayout.JAVA_INT, 0));
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    /** The memory of a contiguous tensor on the CPU; valid as long as the tensor. */
    public static MemorySegment memory(NDArray array) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment result = arena.allocate(ValueLayout.ADDRESS);
            requireSuccess((int) Functions.DATA.invokeExact(handle(array), result));
            long bytes = array.getShape().size() * type(array).stored().bytes();
            return result.get(ValueLayout.ADDRESS, 0).reinterpret(bytes);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    private static MemorySegment handle(NDArray array) {
        return MemorySegment.ofAddress(((PtNDArray) array).getHandle());
    }

    private static void requireSuccess(int status) {
        if (status != 0) {
            throw new IllegalStateException("libtorch refused the tensor; its log says why");
        }
    }

    private static RuntimeException failure(Throwable thrown) {
        return switch (thrown) {
            case Error error -> throw error;
            case RuntimeException unchecked -> unchecked;
            default -> new IllegalStateException(thrown);
        };
    }
}
