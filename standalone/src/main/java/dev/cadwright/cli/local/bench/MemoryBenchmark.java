package dev.cadwright.cli.local.bench;

import dev.cadwright.cli.local.Input;
import dev.cadwright.cli.local.KernelSettings;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.kernel.Deflection;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.program.ProgramPool;
import java.util.List;
import java.util.function.Consumer;

/** The memory of one worker that is never replaced, after a tenth of so many programs and after all of them. */
final class MemoryBenchmark {
    private static final Request MEASURED = Request.properties().withMesh(Deflection.STANDARD);

    private final List<Input.File> programs;
    private final KernelSettings settings;
    private final Consumer<BenchRecord> records;
    private final ProgressBar bar;

    MemoryBenchmark(
            List<Input.File> programs, KernelSettings settings, ProgressBar bar, Consumer<BenchRecord> records) {
        this.programs = programs;
        this.settings = settings;
        this.bar = bar;
        this.records = records;
    }

    /** @param count programs to run; the folder's are taken again and again */
    void run(int count) {
        try (ProgramPool pool = settings.open(1, Integer.MAX_VALUE)) {
            Programs runner = new Programs(pool, settings.budget());
            double early = 0;
            for (int i = 0; i < count; i++) {
                runner.execute(programs.get(i % programs.size()), MEASURED);
                if (i + 1 == Math.max(1, count / 10)) {
                    early = record(i + 1);
                }
                if (i % 100 == 99) {
                    bar.update(i + 1, count, "memory");
                }
            }
            double late = record(count);
            records.accept(BenchRecord.alone("memory.growth", late / early, "times"));
        }
    }

    private double record(int done) {
        double memory = ProcessorTime.workers().stream()
                .mapToDouble(ProcessorTime::residentMebibytes)
                .sum();
        records.accept(BenchRecord.alone("memory.after_" + done, memory, "MiB"));
        return memory;
    }
}
