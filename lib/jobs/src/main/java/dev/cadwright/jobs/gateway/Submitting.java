package dev.cadwright.jobs.gateway;

import dev.cadwright.contracts.Job;
import dev.cadwright.jobs.sql.JsonText;
import dev.cadwright.jobs.sql.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Accepts a submission in one transaction. */
final class Submitting {
    /** Rolls the transaction back. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient SubmitOutcome.Refused outcome;

        RefusedException(String code, String message) {
            super(message);
            this.outcome = new SubmitOutcome.Refused(code, message);
        }

        SubmitOutcome.Refused outcome() {
            return outcome;
        }
    }

    private final Transaction transaction;
    private final Lifecycle lifecycle;

    Submitting(Transaction transaction, Lifecycle lifecycle) {
        this.transaction = transaction;
        this.lifecycle = lifecycle;
    }

    SubmitOutcome submit(Submission submission) {
        Optional<SubmitOutcome> earlier = submission.key().flatMap(key -> earlier(submission.tenant(), key));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        requireDependencies(submission);
        List<Job> jobs = new ArrayList<>();
        submission.jobs().forEach(spec -> jobs.add(accept(submission.tenant(), spec)));
        submission.key().ifPresent(key -> KeyTable.put(transaction, submission.tenant(), key, JsonText.of(jobs)));
        return new SubmitOutcome.Accepted(jobs, false);
    }

    private Optional<SubmitOutcome> earlier(String tenant, IdempotencyKey key) {
        if (!KeyTable.tryLock(transaction, tenant, key.value())) {
            return Optional.of(new SubmitOutcome.KeyInFlight());
        }
        return KeyTable.find(transaction, tenant, key.value()).map(entry -> {
            if (!entry.fingerprint().equals(key.fingerprint())) {
                return new SubmitOutcome.KeyReused();
            }
            return entry.answer()
                    .<SubmitOutcome>map(
                            answer -> new SubmitOutcome.Accepted(List.of(JsonText.read(answer, Job[].class)), true))
                    .orElseGet(SubmitOutcome.KeyInFlight::new);
        });
    }

    /** What is waited for must exist, and must not end unseen between now and the commit. */
    private void requireDependencies(Submission submission) {
        Set<UUID> own = new HashSet<>();
        Set<UUID> others = new TreeSet<>();
        for (JobSpec spec : submission.jobs()) {
            spec.after().stream().filter(id -> !own.contains(id)).forEach(others::add);
            if (!own.add(spec.id())) {
                throw new RefusedException("duplicate_job", "job " + spec.id() + " is submitted twice");
            }
        }
        if (others.isEmpty()) {
            return;
        }
        others.removeAll(JobTable.share(transaction, submission.tenant(), List.copyOf(others)));
        if (!others.isEmpty()) {
            throw new RefusedException(
                    "dependency_not_found",
                    "there is no job " + others.iterator().next());
        }
    }

    private Job accept(String tenant, JobSpec spec) {
        if (Lifecycle.size(spec.input()) > Lifecycle.MAX_INPUT) {
            throw new RefusedException(
                    "input_too_large", "an input has at most " + Lifecycle.MAX_INPUT + " bytes; store an artifact");
        }
        JobRow row = new JobRow(new JobRow.Request(
                spec.id(),
                tenant,
                spec.kind(),
                spec.priority(),
                List.copyOf(spec.after()),
                spec.input(),
                spec.maxAttempts(),
                spec.deadline(),
                spec.labels(),
                spec.traceId(),
                transaction.now()));
        if (!JobTable.insert(transaction, row)) {
            throw new RefusedException("duplicate_job", "there is a job " + spec.id() + " already");
        }
        lifecycle.advance(row);
        return row.toJob();
    }
}
