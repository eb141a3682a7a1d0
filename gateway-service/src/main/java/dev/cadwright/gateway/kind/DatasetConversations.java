package dev.cadwright.gateway.kind;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;

/** Input of {@code dataset.conversations}. */
public record DatasetConversations(
        @NotNull @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE)
        String dataset,

        @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE)
        String views,

        @PositiveOrZero Long seed) {}
