package dev.cadwright.kernel;

/** How handing a frame to a worker ended. */
sealed interface Exchange {
    /** The worker answered and lives. */
    record Answered(byte[] frame) implements Exchange {}

    /** The time was up; the worker has been ended. */
    record Late() implements Exchange {}

    /** The worker is no more, or no longer makes sense. */
    record Ended(WorkerEnd end) implements Exchange {}
}
