package dev.cadwright.cli.local;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.contracts.amount.SizeAmount;
import dev.cadwright.contracts.amount.TimeAmount;
import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.KernelException;
import dev.cadwright.kernel.KernelOptions;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.openscad.ScadOptions;
import dev.cadwright.kernel.program.ProgramPool;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How shapes are executed; the same options for every command that does. */
public final class KernelSettings {
    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            description = "For one shape; 3s, 500ms, 2m.")
    private String timeout;

    @Option(names = "--memory", paramLabel = "SIZE", defaultValue = "1g", description = "For one shape; 512m, 2g.")
    private String memory;

    @Option(names = "--workers", paramLabel = "N", description = "Kernel processes (default: one a processor).")
    private Integer workers;

    public int workers() {
        int count = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
        if (count < 1 || count > 1024) {
            throw CommandFailure.usage("--workers is between 1 and 1024, not " + count + ".");
        }
        return count;
    }

    /** @param most no more workers of a kind than that are of use */
    public ProgramPool open(int most) {
        return open(most, KernelOptions.standard().recycleAfter());
    }

    /** @param recycleAfter programs after which a worker is replaced by a fresh one */
    public ProgramPool open(int most, int recycleAfter) {
        int count = Math.max(1, Math.min(workers(), most));
        try {
            return new ProgramPool(
                    new KernelPool(KernelOptions.standard().withWorkers(count).withRecycleAfter(recycleAfter)),
                    ScadOptions.standard().withWorkers(count));
        } catch (KernelException e) {
            throw CommandFailure.unavailable(e.getMessage());
        }
    }

    public Budget budget() {
        return Budget.STANDARD.withTime(time()).withMemory(bytes());
    }

    private Duration time() {
        try {
            return TimeAmount.parse(timeout).duration();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--timeout: " + e.getMessage() + ".");
        }
    }

    private long bytes() {
        try {
            return SizeAmount.parse(memory).bytes();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--memory: " + e.getMessage() + ".");
        }
    }
}
