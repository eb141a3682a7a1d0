package dev.cadwright.gateway.dataset;

import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How to write conversations. */
@Schema(name = "ConversationsSettings")
public record ConversationsSettings(
        @PositiveOrZero @Schema(description = "Chooses among the prompts", defaultValue = "0")
        Long seed) {}
