package dev.cadwright.kernel;

import java.time.Duration;
import java.util.Objects;

/**
 * What one request may cost.
 *
 * @param time wall time from handing the request to a worker until its answer
 * @param memory bytes that the worker may take beyond those of its start
 * @param triangles the most triangles that a mesh may have
 */
public record Budget(Duration time, long memory, int triangles) {
    /** 10 seconds, 1 GiB, one million triangles. */
    public static final Budget STANDARD = new Budget(Duration.ofSeconds(10), 1L << 30, 1_000_000);

    public Budget {
        Objects.requireNonNull(time, "time");
        if (time.isNegative() || time.isZero() || memory <= 0 || triangles <= 0) {
            throw new IllegalArgumentException("a budget is positive in time, memory and triangles");
        }
    }

    public Budget withTime(Duration duration) {
        return new Budget(duration, memory, triangles);
    }

    public Budget withMemory(long bytes) {
        return new Budget(time, bytes, triangles);
    }

    public Budget withTriangles(int count) {
        return new Budget(time, memory, count);
    }
}
