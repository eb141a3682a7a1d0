package dev.cadwright.gateway.name;

import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobError;
import dev.cadwright.gateway.job.States;
import dev.cadwright.gateway.problem.Fault;
import dev.cadwright.gateway.problem.ProblemCode;
import dev.cadwright.gateway.problem.ProblemException;
import java.util.List;

/** What may be built on: work that has succeeded or still may. */
public final class Dependencies {
    private Dependencies() {}

    /**
     * Refuses a job that ended without an output.
     *
     * @param pointer the field that names it
     * @param noun what it makes, such as {@code dataset "parts"}
     */
    public static Job require(Job job, String pointer, String noun) {
        return switch (job.state()) {
            case WAITING, QUEUED, RUNNING, SUCCEEDED -> job;
            case FAILED, CANCELLED -> throw ended(job, pointer, noun);
        };
    }

    private static ProblemException ended(Job job, String pointer, String noun) {
        var reason = job.error().map(JobError::message).map(": %s"::formatted).orElse("");
        var message = "The %s does not exist: its job is %s%s".formatted(noun, States.word(job.state()), reason);
        var hint = "Run it again with POST /v1/jobs/%s/retry, or make another.".formatted(job.id());
        return new ProblemException(
                ProblemCode.NOT_READY, message, List.of(new Fault(pointer, "not_ready", message, hint)));
    }
}
