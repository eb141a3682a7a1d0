package dev.cadwright.jobs.worker;

import java.time.Duration;

/** Is told what an engine does, for metrics. Called from its threads; must not block. */
public interface EngineObserver {
    EngineObserver NONE = new EngineObserver() {};

    /** How an attempt ended. */
    enum Outcome {
        SUCCEEDED,
        FAILED,
        STOPPED,
        LOST
    }

    default void claimed(String kind, Stage stage) {}

    default void ended(String kind, Stage stage, Outcome outcome, Duration elapsed) {}

    default void leasesExpired(int count) {}
}
