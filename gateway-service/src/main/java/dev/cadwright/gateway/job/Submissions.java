package dev.cadwright.gateway.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.cadwright.contracts.Job;
import dev.cadwright.gateway.caller.CallerContext;
import dev.cadwright.gateway.idempotency.Keys;
import dev.cadwright.gateway.problem.ProblemException;
import dev.cadwright.gateway.request.Binder;
import dev.cadwright.jobs.gateway.IdempotencyKey;
import dev.cadwright.jobs.gateway.JobLedger;
import dev.cadwright.jobs.gateway.JobSpec;
import dev.cadwright.jobs.gateway.Submission;
import dev.cadwright.jobs.gateway.SubmitOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Hands jobs to the ledger, all of a request or none, and turns a refusal into a problem. */
@ApplicationScoped
public class Submissions {
    private static final ObjectMapper CANONICAL =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final JobLedger ledger;
    private final Binder binder;
    private final CallerContext context;

    Submissions(JobLedger ledger, Binder binder, CallerContext context) {
        this.ledger = ledger;
        this.binder = binder;
        this.context = context;
    }

    /** A fresh job id. */
    public UUID newId() {
        return ledger.newId();
    }

    /**
     * The key that makes a request repeatable, if the client gave one.
     *
     * @param route method and path
     */
    public Optional<IdempotencyKey> key(String key, String route, Record body) {
        if (key == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Keys.of(key, route + "\n" + CANONICAL.writeValueAsString(body)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Accepts jobs in one transaction, in order; a job may refer to earlier ones. The scheduling applies to each, and
     * {@code after} to those that wait for none of the others.
     */
    public List<Job> submit(List<Draft> drafts, Scheduling scheduling, Optional<IdempotencyKey> key) {
        var first = scheduling.after() == null ? Set.<UUID>of() : new LinkedHashSet<>(scheduling.after());
        var specs = drafts.stream().map(draft -> spec(draft, scheduling, first)).toList();
        var submission = new Submission(context.caller().tenant(), specs, key);
        return switch (ledger.submit(submission)) {
            case SubmitOutcome.Accepted accepted -> accepted.jobs();
            case SubmitOutcome.Refused refused -> throw refused(refused);
            case SubmitOutcome.KeyReused() -> throw Keys.reused();
            case SubmitOutcome.KeyInFlight() -> throw Keys.inFlight();
        };
    }

    private JobSpec spec(Draft draft, Scheduling scheduling, Set<UUID> after) {
        binder.check(draft.input(), draft.kind().input());
        try {
            return new JobSpec(
                    draft.id(),
                    draft.kind().wire(),
                    draft.input(),
                    after,
                    scheduling.priority() == null ? 0 : scheduling.priority(),
                    Optional.ofNullable(scheduling.deadline()),
                    JobSpec.DEFAULT_ATTEMPTS,
                    draft.labels(),
                    Optional.of(context.traceId()));
        } catch (IllegalArgumentException unacceptable) {
            throw ProblemException.invalid("", "invalid_value", unacceptable.getMessage() + ".", null);
        }
    }

    private static ProblemException refused(SubmitOutcome.Refused refused) {
        return ProblemException.invalid(
                "dependency_not_found".equals(refused.code()) ? "/after" : "",
                refused.code(),
                refused.message() + ".",
                "dependency_not_found".equals(refused.code()) ? "GET /v1/jobs lists the jobs there are." : null);
    }
}
