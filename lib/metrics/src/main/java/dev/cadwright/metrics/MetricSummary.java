package dev.cadwright.metrics;

/**
 * One metric over many samples.
 *
 * @param count how many samples have the number; failures are among them only where the definition gives them one
 * @param lower10 the 10th percentile, linear between neighbours, as the others
 * @param meanLow the lower end of the mean's confidence interval (percentile bootstrap)
 */
public record MetricSummary(
        int count,
        double mean,
        double median,
        double standardDeviation,
        double min,
        double lower10,
        double lower25,
        double upper75,
        double upper90,
        double max,
        double meanLow,
        double meanHigh,
        double medianLow,
        double medianHigh) {}
