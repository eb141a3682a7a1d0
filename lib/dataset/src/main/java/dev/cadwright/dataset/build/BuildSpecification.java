package dev.cadwright.dataset.build;

import dev.cadwright.dataset.source.SourceSpecification;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a dataset is to be built from: the input of {@code dataset.build}, see {@code docs/jobs-kinds.md}.
 *
 * @param solids also keep each shape's STEP text, where its source does not say otherwise
 */
public record BuildSpecification(
        String name,
        Long seed,
        List<SourceSpecification> sources,
        Optional<SplitShares> splits,
        Optional<PointCounts> points,
        Optional<Boolean> solids,
        Optional<Integer> unitSize) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
    private static final int UNIT_SIZE = 100;

    /** Shares of the splits for sources that force none; their sum is 1. */
    public record SplitShares(double train, double validation, double test) {
        static final SplitShares STANDARD = new SplitShares(0.9, 0.05, 0.05);

        public SplitShares {
            if (!(train >= 0 && validation >= 0 && test >= 0) || Math.abs(train + validation + test - 1) > 1e-6) {
                throw new IllegalArgumentException("the shares of train, validation and test are at least 0 and sum"
                        + " to 1: " + train + ", " + validation + ", " + test);
            }
        }
    }

    /** {@code count} points by farthest point of {@code sampled} ones. */
    public record PointCounts(int count, int sampled) {
        static final PointCounts STANDARD = new PointCounts(256, 8192);

        public PointCounts {
            if (count < 1 || count > 8192 || sampled < count || sampled > 65536) {
                throw new IllegalArgumentException("points need 1 <= count <= 8192 and count <= sampled <= 65536, not "
                        + count + " of " + sampled);
            }
        }
    }

    public BuildSpecification {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a dataset's name is " + NAME + ", not " + name);
        }
        seed = seed == null ? 0 : seed;
        splits = splits == null ? Optional.empty() : splits;
        points = points == null ? Optional.empty() : points;
        solids = solids == null ? Optional.empty() : solids;
        unitSize = unitSize == null ? Optional.empty() : unitSize;
        if (sources == null || sources.isEmpty() || sources.size() > 16) {
            throw new IllegalArgumentException("a dataset has 1 to 16 sources");
        }
        sources = List.copyOf(sources);
        if (unitSize.isPresent() && (unitSize.get() < 1 || unitSize.get() > 10_000)) {
            throw new IllegalArgumentException("unitSize is between 1 and 10000, not " + unitSize.get());
        }
    }

    public SplitShares shares() {
        return splits.orElse(SplitShares.STANDARD);
    }

    public PointCounts pointCounts() {
        return points.orElse(PointCounts.STANDARD);
    }

    public boolean keepsSolids(SourceSpecification source) {
        return source.solids().or(() -> solids).orElse(true);
    }

    public int shapesPerUnit() {
        return unitSize.orElse(UNIT_SIZE);
    }
}
