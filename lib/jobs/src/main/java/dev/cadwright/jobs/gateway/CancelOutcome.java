package dev.cadwright.jobs.gateway;

import dev.cadwright.contracts.Job;

/** What became of a request to cancel a job. */
public sealed interface CancelOutcome {
    /** The job had not been handed over; it is cancelled now. */
    record Cancelled(Job job) implements CancelOutcome {}

    /** The request is durable and on its way to the service, which ends the job; also when asked before. */
    record Requested(Job job) implements CancelOutcome {}

    /** The job had ended before. */
    record AlreadyFinal(Job job) implements CancelOutcome {}

    /** No such job of this tenant. */
    record NotFound() implements CancelOutcome {}
}
