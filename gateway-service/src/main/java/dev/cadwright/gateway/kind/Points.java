package dev.cadwright.gateway.kind;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;

/** How many surface points a shape's cloud keeps, and out of how many. */
@Consistent
public record Points(
        @Min(1) @Max(8192) Integer count,
        @Min(1) @Max(65_536) Integer sampled) implements Consistent.Rules {
    private static final int DEFAULT_COUNT = 256;
    private static final int DEFAULT_SAMPLED = 8192;

    @Override
    public List<Consistent.Broken> broken() {
        int kept = count == null ? DEFAULT_COUNT : count;
        int of = sampled == null ? DEFAULT_SAMPLED : sampled;
        return kept <= of
                ? List.of()
                : List.of(new Consistent.Broken("count", "%d points cannot be kept of %d".formatted(kept, of)));
    }
}
