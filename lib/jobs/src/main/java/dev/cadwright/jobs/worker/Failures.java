package dev.cadwright.jobs.worker;

import dev.cadwright.artifacts.ArtifactException;
import dev.cadwright.contracts.ClassifiedFailure;
import dev.cadwright.contracts.JobError;

/** What a thrown exception means for a job. */
final class Failures {
    private Failures() {}

    static JobError error(Throwable thrown) {
        return switch (thrown) {
            case ClassifiedFailure failure -> failure.error();
            case ArtifactException e -> artifact(e);
            case OutOfMemoryError e -> JobError.temporary("out_of_memory", "the worker ran out of memory");
            default ->
                JobError.temporary("internal_error", thrown.getClass().getSimpleName() + ": " + thrown.getMessage());
        };
    }

    /** Whether the exception says all there is to say; anything else is a defect, and its stack trace is wanted. */
    static boolean isExplained(Throwable thrown) {
        return thrown instanceof ClassifiedFailure || thrown instanceof ArtifactException;
    }

    private static JobError artifact(ArtifactException e) {
        JobError.Classification classification =
                switch (e.code()) {
                    case STORAGE_FULL, STORAGE_FAILED -> JobError.Classification.TRANSIENT;
                    case INVALID_DIGEST, ARTIFACT_MISSING, ARTIFACT_CORRUPT, INVALID_RANGE, ARTIFACT_TOO_LARGE ->
                        JobError.Classification.PERMANENT;
                };
        return new JobError(e.code().word(), e.getMessage(), classification);
    }
}
