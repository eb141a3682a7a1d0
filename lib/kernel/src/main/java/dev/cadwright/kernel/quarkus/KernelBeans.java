package dev.cadwright.kernel.quarkus;

import dev.cadwright.kernel.KernelOptions;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.openscad.ScadOptions;
import dev.cadwright.kernel.program.ProgramPool;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** An application's pools of workers; these start when first needed and end with the application. */
class KernelBeans {
    @Produces
    @Singleton
    KernelPool pool() {
        return new KernelPool(KernelOptions.standard());
    }

    void close(@Disposes KernelPool pool) {
        pool.close();
    }

    @Produces
    @Singleton
    ProgramPool programs(KernelPool kernel) {
        return new ProgramPool(kernel, ScadOptions.standard());
    }

    void close(@Disposes ProgramPool programs) {
        programs.close();
    }
}
