package dev.cadwright.gateway.dataset;

import dev.cadwright.gateway.kind.Split;
import dev.cadwright.gateway.kind.Style;
import dev.cadwright.gateway.kind.View;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** Which pictures to render. */
@Schema(name = "ViewsSettings")
public record ViewsSettings(
        @Size(min = 1, max = 4) @UniqueElements @Schema(description = "Default front, top, right")
        List<@NotNull View> views,

        @Min(16) @Max(2048) @Schema(description = "Pixels a side", defaultValue = "512")
        Integer size,

        @Schema(defaultValue = "shaded") Style style,

        @Size(min = 1, max = 3) @UniqueElements @Schema(description = "Default all")
        List<@NotNull Split> splits) {}
