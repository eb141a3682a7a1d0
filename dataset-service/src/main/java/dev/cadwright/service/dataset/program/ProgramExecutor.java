package dev.cadwright.service.dataset.program;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.program.ExecutionRecord;
import dev.cadwright.kernel.program.ProgramExecution;
import dev.cadwright.kernel.program.ProgramInput;
import dev.cadwright.kernel.program.ProgramPool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;

/** Executes one program and keeps the files made of it. */
@ApplicationScoped
class ProgramExecutor {
    private final ProgramPool programs;

    ProgramExecutor(ProgramPool programs) {
        this.programs = programs;
    }

    /**
     * @param name of the record
     * @param store where the files go
     * @throws dev.cadwright.kernel.KernelException if there is no usable worker, or the calling thread is interrupted
     */
    ProgramRecord execute(String name, ProgramInput input, ExecutionOptions options, ArtifactStore store) {
        return switch (input) {
            case ProgramInput.Unreadable(var language, var diagnostic) -> unreadable(name, language, diagnostic);
            case ProgramInput.Executable(var language, var source) -> {
                ProgramExecution execution = programs.execute(source, options.request());
                yield new ProgramRecord(
                        ExecutionRecord.of(name, language, execution), files(execution, options, store));
            }
        };
    }

    /** The record of a program that was not executed. */
    static ProgramRecord unreadable(String name, String language, Diagnostic diagnostic) {
        return new ProgramRecord(ExecutionRecord.unreadable(name, language, diagnostic), Map.of());
    }

    private static Map<String, String> files(
            ProgramExecution execution, ExecutionOptions options, ArtifactStore store) {
        Map<String, String> files = new TreeMap<>();
        if (execution.category() == Category.OK) {
            for (ExportFormat format : options.export()) {
                format.of(execution)
                        .ifPresent(content -> files.put(
                                format.label(),
                                store.put(content, format.mediaType()).sha256()));
            }
        }
        return files;
    }
}
