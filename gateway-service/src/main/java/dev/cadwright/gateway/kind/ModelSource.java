package dev.cadwright.gateway.kind;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;

/** A checkpoint: a built-in one by its name, or one whose files are artifacts. */
public record ModelSource(
        @NotNull @Pattern(regexp = Forms.NAME, message = Forms.NAME_RULE)
        String name,

        @Size(min = 1, max = 1000)
        Map<@Size(min = 1, max = 255) String, @NotNull @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE) String>
                files) {}
