package dev.cadwright.gateway.dataset;

import dev.cadwright.gateway.job.Scheduling;
import dev.cadwright.gateway.kind.Split;
import dev.cadwright.gateway.kind.Style;
import dev.cadwright.gateway.kind.View;
import dev.cadwright.gateway.request.StrictBody;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** Renders views of a dataset. */
@StrictBody
@Schema(name = "NewViews")
public record ViewsRequest(
        @Size(min = 1, max = 4) @UniqueElements @Schema(description = "Default front, top, right")
        List<@NotNull View> views,

        @Min(16) @Max(2048) @Schema(description = "Pixels a side", defaultValue = "512")
        Integer size,

        @Schema(defaultValue = "shaded") Style style,

        @Size(min = 1, max = 3) @UniqueElements @Schema(description = "Default all")
        List<@NotNull Split> splits,

        @Size(max = 100) List<@NotNull UUID> after,
        @Min(-100) @Max(100) Integer priority,
        Instant deadline)
        implements Scheduling {
    ViewsSettings settings() {
        return new ViewsSettings(views, size, style, splits);
    }
}
