package dev.cadwright.kernel;

import java.time.Duration;
import java.util.Objects;

/**
 * What one request may cost.
 *
 * @param time wall time from handing the request to a worker until its answer
 * @param memory bytes that the worker may take beyond those of its start
 * @param triangles the most triangles that a mesh may have
 * @param operations the most steps and questions that a session may hand to the worker
 */
public record Budget(Duration time, long memory, int triangles, int operations) {
    /** 10 seconds, 1 GiB, one million triangles, 200,000 operations. */
    public static final Budget STANDARD = new Budget(Duration.ofSeconds(10), 1L << 30, 1_000_000, 200_000);

    public Budget {
        Objects.requireNonNull(time, "time");
        if (time.isNegative() || time.isZero() || memory <= 0 || triangles <= 0 || operations <= 0) {
            throw new IllegalArgumentException("a budget is positive in time, memory, triangles and operations");
        }
    }

    public Budget withTime(Duration duration) {
        return new Budget(duration, memory, triangles, operations);
    }

    public Budget withMemory(long bytes) {
        return new Budget(time, bytes, triangles, operations);
    }

    public Budget withTriangles(int count) {
        return new Budget(time, memory, count, operations);
    }

    public Budget withOperations(int count) {
        return new Budget(time, memory, triangles, count);
    }
}
