package dev.cadwright.kernel.quarkus;

import dev.cadwright.kernel.KernelOptions;
import dev.cadwright.kernel.KernelPool;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** An application's pool of kernel workers; they start when first needed and end with the application. */
class KernelBeans {
    @Produces
    @Singleton
    KernelPool pool() {
        return new KernelPool(KernelOptions.standard());
    }

    void close(@Disposes KernelPool pool) {
        pool.close();
    }
}
