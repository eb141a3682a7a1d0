package dev.cadwright.neural.tensor;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * libtorch in this process. Load it only in a process that may die: native code can abort. Tensor work belongs on
 * platform threads, since libtorch keeps its gradient mode by thread.
 */
public final class TorchRuntime {
    private static volatile int threads = 1;

    private TorchRuntime() {}

    /** Loads the library, fixes the number of threads of one operation, and returns a manager that lives on. */
    public static NDManager start(int count) {
        NDManager manager = Engine.getEngine("PyTorch").newBaseManager();
        // The profiling executor specialises a method after its first runs; results must not depend on how often a
        // method ran before, or a resumed training would differ from an uninterrupted one.
        JniUtils.setGraphExecutorOptimize(false);
        JniUtils.setNumThreads(count);
        threads = count;
        return manager;
    }

    /** Threads of one operation, as last fixed. */
    public static int threads() {
        return threads;
    }

    /** Whether operations on this thread record what backward needs. On by default in every new thread. */
    public static void recordGradients(boolean record) {
        JniUtils.setGradMode(record);
    }
}
