package dev.cadwright.service.dataset.program;

import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.Deflection;
import dev.cadwright.kernel.Request;
import java.time.Duration;
import java.util.List;

/**
 * How a program is to be executed.
 *
 * @param export the files to make
 * @param budget what it may cost
 */
record ExecutionOptions(List<ExportFormat> export, Budget budget) {
    ExecutionOptions {
        export = export == null ? List.of() : List.copyOf(export);
    }

    /**
     * Within what the settings allow.
     *
     * @param seconds null for the standard
     * @param memory bytes; null for the standard
     */
    static ExecutionOptions of(List<ExportFormat> export, Double seconds, Long memory, ProgramSettings settings) {
        if (seconds != null && !(seconds > 0) || memory != null && memory <= 0) {
            throw new IllegalArgumentException("timeout and memory must be positive");
        }
        double most = settings.time().toMillis() / 1000.0;
        Duration time = seconds == null
                ? Budget.STANDARD.time()
                : Duration.ofMillis(Math.max(1, Math.round(1000 * Math.min(seconds, most))));
        long bytes = Math.min(
                memory == null ? Budget.STANDARD.memory() : memory,
                settings.memory().asLongValue());
        return new ExecutionOptions(
                export, Budget.STANDARD.withTime(time).withMemory(bytes).withTriangles(settings.triangles()));
    }

    Request request() {
        Request request = Request.properties().within(budget);
        request = export.contains(ExportFormat.STEP) ? request.withStep() : request;
        return export.stream().anyMatch(ExportFormat::needsMesh) ? request.withMesh(Deflection.STANDARD) : request;
    }
}
