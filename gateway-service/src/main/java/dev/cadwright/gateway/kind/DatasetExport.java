package dev.cadwright.gateway.kind;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Input of {@code dataset.export}. */
public record DatasetExport(
        @NotNull @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE)
        String dataset,

        @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE)
        String views,

        @Valid Conversations conversations,

        @NotNull @Pattern(regexp = Forms.NAME, message = Forms.NAME_RULE)
        String name) {

    /** The output of {@code dataset.conversations}. */
    public record Conversations(
            @NotNull @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE)
            String train,

            @NotNull @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE)
            String validation,

            Long count) {}
}
