package dev.cadwright.service.dataset.program;

import dev.cadwright.contracts.amount.SizeAmount;
import dev.cadwright.contracts.amount.TimeAmount;
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
     * @param timeout null for the standard
     * @param memory null for the standard
     */
    static ExecutionOptions of(
            List<ExportFormat> export, TimeAmount timeout, SizeAmount memory, ProgramSettings settings) {
        Duration wanted = timeout == null ? Budget.STANDARD.time() : timeout.duration();
        Duration time = wanted.compareTo(settings.time()) < 0 ? wanted : settings.time();
        long bytes = Math.min(
                memory == null ? Budget.STANDARD.memory() : memory.bytes(),
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
