package dev.cadwright.jobs;

import dev.cadwright.contracts.ClassifiedFailure;
import dev.cadwright.contracts.JobError;
import java.util.Objects;

/** An attempt failed in a way that its handler understands. */
public final class JobException extends RuntimeException implements ClassifiedFailure {
    private static final long serialVersionUID = 1L;

    private final transient JobError error;

    public JobException(JobError error) {
        super(error.code() + ": " + error.message());
        this.error = error;
    }

    public JobException(JobError error, Throwable cause) {
        super(error.code() + ": " + error.message(), cause);
        this.error = Objects.requireNonNull(error, "error");
    }

    /** May succeed when tried again; retried with back-off. */
    public static JobException temporary(String code, String message) {
        return new JobException(JobError.temporary(code, message));
    }

    /** Fails again when tried again, as a wrong input does. */
    public static JobException permanent(String code, String message) {
        return new JobException(JobError.permanent(code, message));
    }

    /** A budget is used up; not tried again. */
    public static JobException exhausted(String code, String message) {
        return new JobException(JobError.exhausted(code, message));
    }

    @Override
    public JobError error() {
        return error;
    }
}
