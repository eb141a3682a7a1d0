package dev.cadwright.gateway.job;

import dev.cadwright.contracts.Job;
import dev.cadwright.gateway.caller.CallerContext;
import dev.cadwright.gateway.page.Cursor;
import dev.cadwright.gateway.page.PageRequest;
import dev.cadwright.gateway.page.PageView;
import dev.cadwright.gateway.problem.ProblemCode;
import dev.cadwright.gateway.problem.ProblemException;
import dev.cadwright.jobs.gateway.CancelOutcome;
import dev.cadwright.jobs.gateway.JobFilter;
import dev.cadwright.jobs.gateway.JobLedger;
import dev.cadwright.jobs.gateway.Page;
import dev.cadwright.jobs.gateway.RetryOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The caller's jobs. */
@ApplicationScoped
public class Jobs {
    private final JobLedger ledger;
    private final CallerContext context;

    Jobs(JobLedger ledger, CallerContext context) {
        this.ledger = ledger;
        this.context = context;
    }

    public Optional<Job> find(UUID id) {
        return ledger.find(context.caller().tenant(), id);
    }

    /** A job of the caller's, or the problem that there is none. */
    public Job get(UUID id) {
        return find(id).orElseThrow(() -> missing("job", id));
    }

    /** A job of one kind, which the API calls {@code noun}, or the problem that there is none. */
    public Job get(UUID id, String kind, String noun) {
        return find(id).filter(job -> job.kind().equals(kind)).orElseThrow(() -> missing(noun, id));
    }

    /** A page of jobs, newest first. */
    public <T> PageView<T> list(JobFilter filter, PageRequest request, Function<Job, T> view) {
        var page = page(filter, Optional.ofNullable(request.cursor), request.size());
        return new PageView<>(
                page.data().stream().map(view).toList(), page.next().orElse(null));
    }

    Page<Job> page(JobFilter filter, Optional<String> cursor, int limit) {
        // The ledger's cursors are of the same form as ours; what is none is the client's mistake.
        cursor.ifPresent(Cursor::decode);
        return ledger.list(context.caller().tenant(), filter, cursor, limit);
    }

    /** Jobs of a kind older than {@code before}, or the newest, newest first. */
    public Page<Job> page(JobFilter filter, UUID before, int limit) {
        return page(filter, Optional.ofNullable(before).map(Cursor::encode), limit);
    }

    /** The newest job of a kind with these labels. */
    public Optional<Job> newest(Set<String> kinds, Map<String, String> labels) {
        var filter = new JobFilter(kinds, Optional.empty(), labels);
        return ledger.list(context.caller().tenant(), filter, Optional.empty(), 1).data().stream()
                .findFirst();
    }

    /** The newest jobs of some kinds with these labels. */
    public List<Job> newest(Set<String> kinds, Map<String, String> labels, int limit) {
        var filter = new JobFilter(kinds, Optional.empty(), labels);
        return ledger.list(context.caller().tenant(), filter, Optional.empty(), limit)
                .data();
    }

    /** Asks for a job's end; asking again, or after its end, changes nothing. */
    public Job cancel(UUID id, String reason) {
        return switch (ledger.cancel(context.caller().tenant(), id, reason)) {
            case CancelOutcome.Cancelled(var job) -> job;
            case CancelOutcome.Requested(var job) -> job;
            case CancelOutcome.AlreadyFinal(var job) -> job;
            case CancelOutcome.NotFound() -> throw missing("job", id);
        };
    }

    /** Starts another round of a job that failed or was cancelled. */
    public Job retry(UUID id) {
        return switch (ledger.retry(context.caller().tenant(), id)) {
            case RetryOutcome.Retried(var job) -> job;
            case RetryOutcome.NotRetryable(var job) ->
                throw new ProblemException(
                        ProblemCode.NOT_READY,
                        "Job %s is %s; only one that failed or was cancelled can be retried."
                                .formatted(id, States.word(job.state())));
            case RetryOutcome.NotFound() -> throw missing("job", id);
        };
    }

    private static ProblemException missing(String noun, UUID id) {
        return ProblemException.notFound("There is no %s %s.".formatted(noun, id));
    }
}
