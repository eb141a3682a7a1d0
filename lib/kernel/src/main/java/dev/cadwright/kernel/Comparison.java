package dev.cadwright.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What became of comparing two shapes exactly. */
public sealed interface Comparison {
    Duration elapsed();

    /**
     * Both shapes are valid and were measured; the solids of each were fused first.
     *
     * @param first the volume of the first shape's union
     * @param second the volume of the second shape's union
     * @param common the volume of the B-rep common of both
     * @param fused the volume of the B-rep fuse of both
     * @param rotated the best of the 24 rotations, where asked for
     * @param components for each unique solid of the first and each of the second, as they came and not fused, where
     *     asked for
     */
    record Overlap(
            double first,
            double second,
            double common,
            double fused,
            Optional<Rotated> rotated,
            Optional<Components> components,
            Duration elapsed)
            implements Comparison {
        public Overlap {
            Objects.requireNonNull(rotated, "rotated");
            Objects.requireNonNull(components, "components");
        }

        /** Intersection over union, within [0, 1]. */
        public double iou() {
            return Volumes.iou(first, second, common);
        }

        /** (|A| + |B| − |A∩B|) − |A∪B|: how far the two independent ways to the union are apart. */
        public double inclusionExclusionError() {
            return first + second - common - fused;
        }
    }

    /**
     * The axis rotation of the first shape that has most in common with the second.
     *
     * @param matrix row-major 3×3, entries −1, 0 and 1
     */
    record Rotated(List<Integer> matrix, double common, double iou) {
        public Rotated {
            matrix = List.copyOf(matrix);
        }
    }

    /**
     * @param first the volumes of the first shape's solids
     * @param second the volumes of the second shape's solids
     * @param common {@code common.get(i).get(j)}: what solid i of the first and solid j of the second have in common
     */
    record Components(List<Double> first, List<Double> second, List<List<Double>> common) {
        public Components {
            first = List.copyOf(first);
            second = List.copyOf(second);
            common = common.stream().map(List::copyOf).toList();
        }
    }

    /**
     * There is nothing to measure.
     *
     * @param side which shape is at fault
     * @param execution what became of it, never {@link Execution.Solid}
     */
    record Failed(Side side, Execution execution) implements Comparison {
        @Override
        public Duration elapsed() {
            return execution.elapsed();
        }
    }

    /** Where a comparison failed. */
    enum Side {
        FIRST,
        SECOND,
        /** The shapes are fine alone (as far as that is known), their comparison failed. */
        BOTH
    }
}
