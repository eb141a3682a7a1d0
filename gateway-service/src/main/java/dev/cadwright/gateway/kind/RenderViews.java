package dev.cadwright.gateway.kind;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.UniqueElements;

/** Input of {@code render.views}. */
public record RenderViews(
        @NotNull @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE)
        String dataset,

        @Size(min = 1, max = 4) @UniqueElements List<@NotNull View> views,
        @Min(16) @Max(2048) Integer size,
        Style style,
        @Size(min = 1, max = 3) @UniqueElements List<@NotNull Split> splits) {}
