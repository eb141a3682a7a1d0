package dev.cadwright.gateway.kind;

import dev.cadwright.contracts.amount.SizeAmount;
import dev.cadwright.contracts.amount.TimeAmount;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.UniqueElements;

/** Input of {@code programs.execute}. */
@Consistent
public record ProgramsExecute(
        @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE)
        String folder,

        @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE)
        String dataset,

        String language,
        @Size(max = 3) @UniqueElements List<@NotNull ExportFormat> export,
        TimeAmount timeout,
        SizeAmount memory,
        @Min(1) @Max(10_000) Integer unitSize)
        implements Consistent.Rules {
    @Override
    public List<Consistent.Broken> broken() {
        // Neither may also mean that a reference stands there, which is not known yet.
        if (folder != null && dataset != null) {
            return List.of(new Consistent.Broken("dataset", "either a folder or a dataset is executed, not both"));
        }
        return dataset != null && language != null
                ? List.of(new Consistent.Broken("language", "a dataset knows the language of each program"))
                : List.of();
    }
}
