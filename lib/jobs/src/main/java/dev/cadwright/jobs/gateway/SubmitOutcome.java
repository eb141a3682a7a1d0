package dev.cadwright.jobs.gateway;

import dev.cadwright.contracts.Job;
import java.util.List;

/** What became of a submission. */
public sealed interface SubmitOutcome {
    /**
     * The jobs are durable: they, their events and commands were written in one transaction.
     *
     * @param jobs as they were when first accepted, in the order of the submission
     * @param replayed true when an earlier request with the same key had been accepted
     */
    record Accepted(List<Job> jobs, boolean replayed) implements SubmitOutcome {
        public Accepted {
            jobs = List.copyOf(jobs);
        }
    }

    /**
     * Nothing was written.
     *
     * @param code {@code dependency_not_found}, {@code duplicate_job}, {@code input_too_large}
     */
    record Refused(String code, String message) implements SubmitOutcome {}

    /** The key was used for another request. Answer 422. */
    record KeyReused() implements SubmitOutcome {}

    /** A request with the same key is being processed. Answer 409. */
    record KeyInFlight() implements SubmitOutcome {}
}
