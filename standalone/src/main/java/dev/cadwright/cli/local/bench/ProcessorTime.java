package dev.cadwright.cli.local.bench;

import java.time.Duration;

/** Processor time of this process and of its workers, to the system's clock tick: of use for long runs only. */
final class ProcessorTime {
    private ProcessorTime() {}

    static Duration now() {
        ProcessHandle self = ProcessHandle.current();
        return self.descendants().map(ProcessorTime::of).reduce(of(self), Duration::plus);
    }

    private static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
