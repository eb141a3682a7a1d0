package dev.cadwright.cli.local;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.KernelException;
import dev.cadwright.kernel.KernelOptions;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.openscad.ScadOptions;
import dev.cadwright.kernel.program.ProgramPool;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How shapes are executed; the same options for every command that does. */
public final class KernelSettings {
    private static final Pattern AMOUNT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([a-z]*)");

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
        int count = Math.max(1, Math.min(workers(), most));
        try {
            return new ProgramPool(
                    new KernelPool(KernelOptions.standard().withWorkers(count)),
                    ScadOptions.standard().withWorkers(count));
        } catch (KernelException e) {
            throw CommandFailure.unavailable(e.getMessage());
        }
    }

    public Budget budget() {
        return Budget.STANDARD.withTime(time()).withMemory(bytes());
    }

    private Duration time() {
        Matcher match = AMOUNT.matcher(timeout.toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            throw CommandFailure.usage("--timeout is a time like 3s, 500ms or 2m, not " + timeout + ".");
        }
        double milliseconds = Double.parseDouble(match.group(1))
                * switch (match.group(2)) {
                    case "ms" -> 1;
                    case "", "s" -> 1000;
                    case "m", "min" -> 60_000;
                    default -> throw CommandFailure.usage("--timeout is a time like 3s or 500ms, not " + timeout + ".");
                };
        return Duration.ofMillis(Math.max(1, Math.round(milliseconds)));
    }

    private long bytes() {
        Matcher match = AMOUNT.matcher(memory.toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            throw CommandFailure.usage("--memory is a size like 512m or 2g, not " + memory + ".");
        }
        double factor =
                switch (match.group(2)) {
                    case "k", "kb" -> 1 << 10;
                    case "m", "mb" -> 1 << 20;
                    case "g", "gb" -> 1 << 30;
                    default -> throw CommandFailure.usage("--memory is a size like 512m or 2g, not " + memory + ".");
                };
        return Math.max(1, Math.round(Double.parseDouble(match.group(1)) * factor));
    }
}
