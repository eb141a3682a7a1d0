package dev.cadwright.kernel;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A pool of real workers for the tests of one class; they are skipped where the worker has not been built. */
public final class TestKernel implements BeforeAllCallback, AfterAllCallback {
    private final int workers;
    private KernelPool pool;

    public TestKernel(int workers) {
        this.workers = workers;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        pool = new KernelPool(Workers.options().withWorkers(workers));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (pool != null) {
            pool.close();
        }
    }

    public KernelPool pool() {
        return pool;
    }
}
