package dev.cadwright.jobs.worker;

import java.util.Objects;

/**
 * What changes in the life of a unit.
 *
 * @param attempt claims so far
 * @param failures attempts of this round that failed
 */
record UnitStatus(Stage stage, int index, UnitState state, int attempt, int failures) {
    UnitStatus {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(state, "state");
    }

    UnitStatus in(UnitState next) {
        return new UnitStatus(stage, index, next, attempt, failures);
    }

    UnitStatus failed(UnitState next) {
        return new UnitStatus(stage, index, next, attempt, failures + 1);
    }
}
