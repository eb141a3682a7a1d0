package dev.cadwright.gateway.kind;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;

/** Input of {@code dataset.build}. */
public record DatasetBuild(
        @NotNull @Pattern(regexp = Forms.NAME, message = Forms.NAME_RULE)
        String name,

        @PositiveOrZero Long seed,
        @NotNull @Size(min = 1, max = 16) List<@NotNull @Valid Source> sources,
        @Valid Fractions splits,
        @Valid Points points,
        Boolean solids,
        @Min(1) @Max(10_000) Integer unitSize) {

    /** One origin of shapes. */
    @Consistent
    public record Source(
            @NotNull SourceType type,
            @Min(1) Long count,
            @PositiveOrZero Long seed,
            Split split,

            @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE)
            String artifact,

            Boolean solids)
            implements Consistent.Rules {
        @Override
        public List<Consistent.Broken> broken() {
            var broken = new ArrayList<Consistent.Broken>();
            if (type == SourceType.PROCEDURAL && count == null) {
                broken.add(new Consistent.Broken("count", "a procedural source needs a count"));
            }
            if (type == SourceType.PROCEDURAL && artifact != null) {
                broken.add(new Consistent.Broken("artifact", "a procedural source reads no files; leave it off"));
            }
            if (type != null && type != SourceType.PROCEDURAL && artifact == null) {
                broken.add(new Consistent.Broken("artifact", "this source needs a zip folder to read"));
            }
            return broken;
        }
    }
}
