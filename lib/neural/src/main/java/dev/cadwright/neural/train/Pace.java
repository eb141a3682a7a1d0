package dev.cadwright.neural.train;

/** Speed of a training: exponential means over the last few dozen steps. */
final class Pace {
    /** Steps after which the first estimate is good enough to plan with. */
    static final int MEASURED = 20;

    private static final int WARMUP = 3;
    private static final double MEMORY = 0.95;

    private long steps;
    private double seconds;
    private double tokens;
    private double samples;

    void add(double stepSeconds, int stepTokens, int stepSamples) {
        steps++;
        if (steps <= WARMUP) {
            return;
        }
        seconds = MEMORY * seconds + stepSeconds;
        tokens = MEMORY * tokens + stepTokens;
        samples = MEMORY * samples + stepSamples;
    }

    double secondsPerStep() {
        double weight = (1 - Math.pow(MEMORY, Math.max(1, steps - WARMUP))) / (1 - MEMORY);
        return seconds / weight;
    }

    double tokensPerSecond() {
        return seconds == 0 ? 0 : tokens / seconds;
    }

    double samplesPerSecond() {
        return seconds == 0 ? 0 : samples / seconds;
    }
}
