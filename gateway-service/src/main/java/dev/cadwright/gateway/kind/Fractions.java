package dev.cadwright.gateway.kind;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.util.List;

/** How samples are spread over the splits; an absent fraction is 0. */
@Consistent
public record Fractions(
        @DecimalMin("0") @DecimalMax("1") Double train,
        @DecimalMin("0") @DecimalMax("1") Double validation,
        @DecimalMin("0") @DecimalMax("1") Double test)
        implements Consistent.Rules {
    private static final double TOLERANCE = 1e-9;

    @Override
    public List<Consistent.Broken> broken() {
        double sum = value(train) + value(validation) + value(test);
        return Math.abs(sum - 1) <= TOLERANCE
                ? List.of()
                : List.of(new Consistent.Broken("train", "train, validation and test must add up to 1, not " + sum));
    }

    private static double value(Double fraction) {
        return fraction == null ? 0 : fraction;
    }
}
