package dev.cadwright.cli.local;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.kernel.KernelOptions;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.openscad.ScadOptions;
import dev.cadwright.kernel.program.ProgramPool;
import picocli.CommandLine.Option;

/** How many shapes are worked on at once. */
public final class WorkersOption {
    private static final int MOST = 1024;

    @Option(names = "--workers", paramLabel = "N", description = "Kernel processes (default: one a processor).")
    private Integer workers;

    public int count() {
        int count = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
        if (count < 1 || count > MOST) {
            throw CommandFailure.usage("--workers is between 1 and " + MOST + ", not " + count + ".");
        }
        return count;
    }

    /** A pool of so many; its processes start when first needed. */
    public KernelPool open() {
        return new KernelPool(KernelOptions.standard().withWorkers(count()));
    }

    /** Pools of so many for programs of every language. */
    public ProgramPool programs() {
        return new ProgramPool(open(), ScadOptions.standard().withWorkers(count()));
    }
}
