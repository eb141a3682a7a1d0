package ai.djl.pytorch.jni;

/**
 * Calls of DJL's native library that its public classes do not offer. It lives in DJL's package because the library
 * class is package-private, and must be loaded by the class loader that loads DJL.
 */
public final class TorchBridge {
    private TorchBridge() {}

    /**
     * Runs a method of a TorchScript module. With {@code training} the call follows the thread's gradient mode; without,
     * it runs in inference mode and records nothing.
     */
    public static IValue run(long module, String method, boolean training, IValue... arguments) {
        long[] handles = new long[arguments.length];
        for (int i = 0; i < handles.length; i++) {
            handles[i] = arguments[i].getHandle();
        }
        return new IValue(PyTorchLibrary.LIB.moduleRunMethod(module, method, handles, training, false));
    }
}
