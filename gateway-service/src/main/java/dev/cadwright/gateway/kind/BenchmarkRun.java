package dev.cadwright.gateway.kind;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.validator.constraints.UniqueElements;

/** Input of {@code benchmark.run}. */
@Consistent
public record BenchmarkRun(
        @NotNull @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE)
        String dataset,

        Split split,
        @NotNull @Size(max = 32) List<@NotNull @Valid Entry> entries,
        @Size(min = 1, max = 8) @UniqueElements List<@NotNull Protocol> protocols,
        @PositiveOrZero Long seed,
        Boolean baseline,
        Map<String, @NotNull @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE) String> histories,
        @Min(1) Integer limit)
        implements Consistent.Rules {

    /** What is measured, and under which name. */
    public record Entry(
            @NotNull @Size(min = 1, max = 100) String name,

            @NotNull @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE)
            String predictions) {}

    @Override
    public List<Consistent.Broken> broken() {
        var broken = new ArrayList<Consistent.Broken>();
        if (entries != null) {
            var names = new HashSet<String>();
            entries.stream()
                    .filter(Objects::nonNull)
                    .map(Entry::name)
                    .filter(name -> name != null && !names.add(name))
                    .findFirst()
                    .ifPresent(name ->
                            broken.add(new Consistent.Broken("entries", "two entries are named \"" + name + "\"")));
            if (entries.isEmpty() && Boolean.FALSE.equals(baseline)) {
                broken.add(new Consistent.Broken("entries", "without entries and baseline nothing is measured"));
            }
        }
        return broken;
    }
}
