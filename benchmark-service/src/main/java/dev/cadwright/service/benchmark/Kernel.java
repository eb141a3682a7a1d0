package dev.cadwright.service.benchmark;

import dev.cadwright.kernel.KernelOptions;
import dev.cadwright.kernel.KernelPool;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The service's pool of kernel workers; they start when first needed. */
class Kernel {
    @Produces
    @Singleton
    KernelPool pool() {
        return new KernelPool(KernelOptions.standard());
    }

    void close(@Disposes KernelPool pool) {
        pool.close();
    }
}
