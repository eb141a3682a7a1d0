package dev.cadwright.jobs.worker;

import dev.cadwright.contracts.Progress;
import java.util.Optional;
import java.util.UUID;

/**
 * A job's row, locked.
 *
 * @param isProgressPending whether {@code progress} is newer than the last event that told of it
 */
record WorkRow(
        UUID id,
        String tenant,
        String kind,
        int priority,
        Optional<String> traceId,
        WorkStatus status,
        Progress progress,
        boolean isProgressPending,
        boolean isProgressDue) {}
