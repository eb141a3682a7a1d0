package dev.cadwright.service.dataset.program;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cadwright.geometry.format.Obj;
import dev.cadwright.geometry.format.Stl;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.program.ProgramExecution;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Files made of what a program left. */
enum ExportFormat {
    STEP("model/step"),
    STL("model/stl"),
    OBJ("model/obj");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    boolean needsMesh() {
        return this != STEP;
    }

    /** Empty where the execution left nothing that has this form. */
    Optional<byte[]> of(ProgramExecution execution) {
        return switch (this) {
            case STEP ->
                execution instanceof ProgramExecution.Exact(Execution.Solid solid) ? solid.step() : Optional.empty();
            case STL -> execution.mesh().map(Stl::encode);
            case OBJ -> execution.mesh().map(Obj::encode);
        };
    }

    /** The name in requests: lower case. */
    @JsonValue
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static ExportFormat of(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("programs are exported as "
                        + Arrays.stream(values()).map(ExportFormat::label).collect(Collectors.joining(", ")) + ", not "
                        + label));
    }
}
