package dev.cadwright.kernel.program;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.cadquery.CadQueryProgram;
import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.openscad.ScadOptions;
import dev.cadwright.kernel.openscad.ScadPool;

/**
 * The workers of all kernels. Each kind starts when a program first needs it, so that an installation without Node.js
 * executes everything but OpenSCAD. Safe for use by many threads.
 */
public final class ProgramPool implements AutoCloseable {
    private final KernelPool kernel;
    private final ScadPool scad;

    /** @param kernel closed with this pool */
    public ProgramPool(KernelPool kernel, ScadOptions scad) {
        this.kernel = kernel;
        this.scad = new ScadPool(scad);
    }

    /** A pool around one for exact geometry, with the OpenSCAD of this installation. */
    public static ProgramPool around(KernelPool kernel) {
        return new ProgramPool(kernel, ScadOptions.standard());
    }

    /** The workers for exact geometry. */
    public KernelPool kernel() {
        return kernel;
    }

    /**
     * Executes a program within the request's budget. Meshes of OpenSCAD programs always come; what else the request
     * asks for, exact geometry alone can give. They are unsupported where what runs them is not installed.
     *
     * @throws dev.cadwright.kernel.KernelException if there is no usable worker for exact geometry, the pool is closed, or
     *     the calling thread is interrupted
     */
    public ProgramExecution execute(ProgramSource program, Request request) {
        return switch (program) {
            case ProgramSource.Exact(var source) -> new ProgramExecution.Exact(kernel.execute(source, request));
            case ProgramSource.CadQuery(var python) ->
                new ProgramExecution.Exact(CadQueryExecution.of(python, kernel, request));
            case ProgramSource.Scad(var source) -> new ProgramExecution.Scad(scad.execute(source, request.budget()));
        };
    }

    /**
     * The construction of a CadQuery program that asks about its shapes on the way: the kernel executes them as far as it
     * asks. Fails with the reason where the program is no history of features.
     *
     * @throws dev.cadwright.kernel.KernelException if there is no usable worker, the pool is closed, or the calling
     *     thread is interrupted
     */
    public Parse<Construction> construction(CadQueryProgram program, Budget budget) {
        return CadQueryExecution.construction(program, kernel, budget);
    }

    @Override
    public void close() {
        try (kernel) {
            scad.close();
        }
    }
}
