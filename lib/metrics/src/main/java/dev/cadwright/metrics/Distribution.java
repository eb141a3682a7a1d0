package dev.cadwright.metrics;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Some numbers, sorted, with what can be said of them. */
final class Distribution {
    private final double[] sorted;

    Distribution(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    double mean() {
        return Arrays.stream(sorted).sum() / sorted.length;
    }

    /** The value below which a share of the numbers lies, linear between neighbours. */
    double quantile(double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private double standardDeviation(double mean) {
        double sum = 0;
        for (double value : sorted) {
            sum += (value - mean) * (value - mean);
        }
        return sorted.length < 2 ? 0 : Math.sqrt(sum / (sorted.length - 1));
    }

    MetricSummary summary(ProtocolDefinition definition) {
        double mean = mean();
        double tail = (1 - definition.confidence()) / 2;
        Distribution[] resampled = resample(definition.bootstrapResamples(), definition.seed());
        return new MetricSummary(
                sorted.length,
                mean,
                quantile(0.5),
                standardDeviation(mean),
                sorted[0],
                quantile(0.1),
                quantile(0.25),
                quantile(0.75),
                quantile(0.9),
                sorted[sorted.length - 1],
                resampled[0].quantile(tail),
                resampled[0].quantile(1 - tail),
                resampled[1].quantile(tail),
                resampled[1].quantile(1 - tail));
    }

    /** The means and the medians of samples of the same size, drawn with replacement (Efron's bootstrap). */
    private Distribution[] resample(int times, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[times];
        double[] medians = new double[times];
        int[] counts = new int[sorted.length];
        for (int round = 0; round < times; round++) {
            Arrays.fill(counts, 0);
            double sum = 0;
            for (int i = 0; i < sorted.length; i++) {
                int drawn = random.nextInt(sorted.length);
                counts[drawn]++;
                sum += sorted[drawn];
            }
            means[round] = sum / sorted.length;
            medians[round] = (drawnAt(counts, (sorted.length - 1) / 2) + drawnAt(counts, sorted.length / 2)) / 2;
        }
        return new Distribution[] {new Distribution(means), new Distribution(medians)};
    }

    /** The number at a rank of a drawn sample: drawing counts, over sorted numbers, spare sorting it. */
    private double drawnAt(int[] counts, int rank) {
        int seen = 0;
        int i = 0;
        while (seen + counts[i] <= rank) {
            seen += counts[i++];
        }
        return sorted[i];
    }
}
