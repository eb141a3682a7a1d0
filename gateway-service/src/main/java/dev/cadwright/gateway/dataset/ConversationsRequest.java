package dev.cadwright.gateway.dataset;

import dev.cadwright.gateway.job.Scheduling;
import dev.cadwright.gateway.request.StrictBody;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Writes conversations about a dataset; they name the pictures of its newest views, where there are any. */
@StrictBody
@Schema(name = "NewConversations")
public record ConversationsRequest(
        @PositiveOrZero @Schema(description = "Chooses among the prompts", defaultValue = "0")
        Long seed,

        @Size(max = 100) List<@NotNull UUID> after,
        @Min(-100) @Max(100) Integer priority,
        Instant deadline)
        implements Scheduling {
    ConversationsSettings settings() {
        return new ConversationsSettings(seed);
    }
}
