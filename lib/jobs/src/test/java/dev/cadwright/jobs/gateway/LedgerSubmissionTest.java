package dev.cadwright.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobState;
import dev.cadwright.jobs.sql.JsonText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What becomes of requests for jobs. */
class LedgerSubmissionTest extends LedgerFixture {
    @Test
    void anAcceptedJobIsQueuedAndItsEventLeavesBeforeItsCommand() {
        // Given
        JobSpec spec = JobSpec.of(ledger.newId(), "render.views", INPUT)
                .withPriority(3)
                .withLabels(Map.of("name", "plates"))
                .withTraceId("abc");

        // When
        Job job = accepted(Submission.of(TENANT, spec)).getFirst();

        // Then
        assertThat(job.state()).isEqualTo(JobState.QUEUED);
        assertThat(job.seq()).isEqualTo(1);
        assertThat(ledger.find(TENANT, job.id())).contains(job);
        assertThat(outbox(job.id()))
                .containsExactly(
                        "cadwright.job.events cadwright.render.job.queued.v1",
                        "cadwright.render.commands cadwright.render.job.run.v1");
        assertThat(words(job.id())).containsExactly("queued");
    }

    @Test
    void aJobOfAnotherTenantIsAsGoodAsNone() {
        // Given
        UUID id = submit("render.views", INPUT).id();

        // Then
        assertThat(ledger.find("other", id)).isEmpty();
        assertThat(ledger.cancel("other", id, "")).isInstanceOf(CancelOutcome.NotFound.class);
        assertThat(ledger.retry("other", id)).isInstanceOf(RetryOutcome.NotFound.class);
        assertThat(ledger.events("other", id, 0, 10)).isEmpty();
        assertThat(ledger.submit(Submission.of(
                        "other",
                        JobSpec.of(ledger.newId(), "render.views", INPUT).withAfter(Set.of(id)))))
                .isInstanceOfSatisfying(
                        SubmitOutcome.Refused.class, r -> assertThat(r.code()).isEqualTo("dependency_not_found"));
    }

    @Test
    void jobsOfOneSubmissionMayNameEachOtherAndAreAcceptedTogetherOrNotAtAll() {
        // Given
        JobSpec build = JobSpec.of(ledger.newId(), "dataset.build", INPUT);
        JobSpec render = JobSpec.of(ledger.newId(), "render.views", INPUT).withAfter(Set.of(build.id()));
        JobSpec wrong = JobSpec.of(ledger.newId(), "render.views", INPUT).withAfter(Set.of(UUID.randomUUID()));

        // When
        SubmitOutcome refused = ledger.submit(Submission.of(TENANT, build, render, wrong));

        // Then
        assertThat(refused).isInstanceOf(SubmitOutcome.Refused.class);
        assertThat(ledger.find(TENANT, build.id())).isEmpty();
        assertThat(accepted(Submission.of(TENANT, build, render)))
                .extracting(Job::state)
                .containsExactly(JobState.QUEUED, JobState.WAITING);
        assertThat(ledger.submit(Submission.of(TENANT, build)))
                .isInstanceOfSatisfying(
                        SubmitOutcome.Refused.class, r -> assertThat(r.code()).isEqualTo("duplicate_job"));
    }

    @Test
    void anInputThatWouldNotFitIntoACommandIsRefused() {
        // Given
        JsonNode large = JsonText.node("\"" + "x".repeat(600 << 10) + "\"");

        // Then
        assertThat(ledger.submit(Submission.of(TENANT, JobSpec.of(ledger.newId(), "render.views", large))))
                .isInstanceOfSatisfying(
                        SubmitOutcome.Refused.class, r -> assertThat(r.code()).isEqualTo("input_too_large"));
    }

    @Test
    void theSameRequestTwiceIsOneJobAndAnotherOneWithItsKeyIsNone() {
        // Given
        IdempotencyKey key = new IdempotencyKey("k-1", "POST /v1/renders a");
        List<Job> first = accepted(Submission.of(TENANT, JobSpec.of(ledger.newId(), "render.views", INPUT))
                .withKey(key));

        // When
        SubmitOutcome again = ledger.submit(Submission.of(TENANT, JobSpec.of(ledger.newId(), "render.views", INPUT))
                .withKey(key));
        SubmitOutcome other = ledger.submit(Submission.of(TENANT, JobSpec.of(ledger.newId(), "render.views", INPUT))
                .withKey(new IdempotencyKey("k-1", "POST /v1/renders b")));

        // Then
        assertThat(again).isEqualTo(new SubmitOutcome.Accepted(first, true));
        assertThat(other).isInstanceOf(SubmitOutcome.KeyReused.class);
    }

    @Test
    void manyRequestsWithOneKeyAtOnceMakeOneJob() throws Exception {
        // Given
        IdempotencyKey key = new IdempotencyKey("k-2", "x");
        Callable<SubmitOutcome> request =
                () -> ledger.submit(Submission.of(TENANT, JobSpec.of(ledger.newId(), "render.views", INPUT))
                        .withKey(key));

        // When
        Set<UUID> jobs = new HashSet<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            List<Future<SubmitOutcome>> outcomes = clients.invokeAll(java.util.Collections.nCopies(40, request));
            for (Future<SubmitOutcome> outcome : outcomes) {
                switch (outcome.get()) {
                    case SubmitOutcome.Accepted a ->
                        jobs.add(a.jobs().getFirst().id());
                    case SubmitOutcome.KeyInFlight k -> {}
                    case SubmitOutcome.KeyReused k -> throw new AssertionError(k);
                    case SubmitOutcome.Refused r -> throw new AssertionError(r);
                }
            }
        }

        // Then
        assertThat(jobs).hasSize(1);
    }

    @Test
    void listsGoFromNewestToOldestByPartsAndFilters() {
        // Given
        String tenant = "lister";
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            JobSpec spec = JobSpec.of(ledger.newId(), i % 2 == 0 ? "render.views" : "dataset.build", INPUT)
                    .withLabels(Map.of("set", i < 4 ? "a" : "b"));
            ids.addFirst(accepted(Submission.of(tenant, spec)).getFirst().id());
        }

        // When
        List<UUID> found = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Job> page = ledger.list(tenant, JobFilter.ALL, cursor, 3);
            page.data().forEach(job -> found.add(job.id()));
            cursor = page.next();
        } while (cursor.isPresent());

        // Then
        assertThat(found).isEqualTo(ids);
        assertThat(ledger.list(tenant, JobFilter.ofKind("render.views"), Optional.empty(), 10)
                        .data())
                .hasSize(4);
        assertThat(ledger.list(tenant, JobFilter.ALL.withLabels(Map.of("set", "b")), Optional.empty(), 10)
                        .data())
                .hasSize(3);
        assertThat(ledger.list(tenant, JobFilter.ALL.withState(JobState.RUNNING), Optional.empty(), 10)
                        .data())
                .isEmpty();
        assertThatThrownBy(() -> ledger.list(tenant, JobFilter.ALL, Optional.of("zz"), 3))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
