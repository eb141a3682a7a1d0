package dev.cadwright.jobs.gateway;

import dev.cadwright.contracts.Job;

/** What became of a request to run a failed or cancelled job again. */
public sealed interface RetryOutcome {
    /** A new round has begun. Units that had succeeded keep their results, and checkpoints are used. */
    record Retried(Job job) implements RetryOutcome {}

    /** Only a failed or cancelled job can be retried. */
    record NotRetryable(Job job) implements RetryOutcome {}

    /** No such job of this tenant. */
    record NotFound() implements RetryOutcome {}
}
