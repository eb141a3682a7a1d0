package dev.cadwright.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.Progress;
import dev.cadwright.contracts.UuidV7;
import dev.cadwright.jobs.sql.JobDatabase;
import dev.cadwright.jobs.sql.JsonText;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SqlJobLedgerTest {
    private static final String TENANT = "acme";
    private static final JsonNode INPUT = JsonText.node("{\"size\": 512}");

    private static JobDatabase tables;
    private static SqlJobLedger ledger;

    @BeforeAll
    static void open() {
        tables = JobDatabase.create();
        ledger = new SqlJobLedger(tables.database(), new UuidV7(Clock.systemUTC(), new Random(7)), () -> {});
    }

    @AfterAll
    static void close() {
        tables.close();
    }

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
    void aJobWaitsForWhatItRefersToAndGetsTheValues() {
        // Given
        Job build = submit("dataset.build", INPUT);
        JsonNode input = JsonText.node(
                "{\"dataset\": {\"$from\": \"%s\", \"path\": \"/manifest\"}, \"all\": [{\"$from\": \"%s\"}]}"
                        .formatted(build.id(), build.id()));

        // When
        Job render = submit("render.views", input);

        // Then
        assertThat(render.state()).isEqualTo(JobState.WAITING);
        assertThat(render.after()).containsExactly(build.id());
        assertThat(outbox(render.id())).containsExactly("cadwright.job.events cadwright.render.job.waiting.v1");

        // When
        JsonNode output = JsonText.node("{\"manifest\": \"ab\\u0000c\", \"counts\": {\"train\": 0.1}}");
        report(build, new JobChange.Started(), new JobChange.Succeeded(output));

        // Then
        assertThat(state(render)).isEqualTo(JobState.QUEUED);
        JsonNode command = JsonText.node(tables.value(
                "SELECT data FROM outbox WHERE key = '%s' AND type LIKE '%%run%%'".formatted(render.id())));
        assertThat(command.get("input"))
                .isEqualTo(JsonText.node("{\"dataset\": \"ab\\u0000c\", \"all\": [%s]}".formatted(output)));
        assertThat(command.get("nextSeq").asLong()).isEqualTo(3);
        assertThat(ledger.find(TENANT, render.id()).orElseThrow().input()).isEqualTo(input);
    }

    @Test
    void aReferenceToNothingFailsTheJob() {
        // Given
        Job build = submit("dataset.build", INPUT);
        Job render = submit(
                "render.views", JsonText.node("{\"$from\": \"%s\", \"path\": \"/nothing\"}".formatted(build.id())));

        // When
        report(build, new JobChange.Started(), new JobChange.Succeeded(JsonText.node("{}")));

        // Then
        assertThat(error(render).code()).isEqualTo("reference_unresolved");
    }

    @Test
    void aFailureEndsAllThatWaitsForItAndRetriesMendTheChain() {
        // Given
        Job build = submit("dataset.build", INPUT);
        Job render = submitAfter(build.id());
        Job train = submitAfter(render.id(), build.id());

        // When
        report(build, new JobChange.Started(), new JobChange.Failed(JobError.permanent("no_shapes", "none")));

        // Then
        assertThat(error(render).code()).isEqualTo("dependency_failed");
        assertThat(error(train).code()).isEqualTo("dependency_failed");
        assertThat(ledger.retry(TENANT, render.id()))
                .as("its parent is still failed")
                .isInstanceOfSatisfying(
                        RetryOutcome.Retried.class,
                        r -> assertThat(r.job().state()).isEqualTo(JobState.FAILED));

        // When
        Job again = ((RetryOutcome.Retried) ledger.retry(TENANT, build.id())).job();
        Job waiting = ((RetryOutcome.Retried) ledger.retry(TENANT, render.id())).job();

        // Then
        assertThat(again.state()).isEqualTo(JobState.QUEUED);
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.error()).isEmpty();
        assertThat(waiting.state()).isEqualTo(JobState.WAITING);

        // When
        report(again, new JobChange.Started(), new JobChange.Succeeded(JsonText.node("{}")));

        // Then
        assertThat(state(render)).isEqualTo(JobState.QUEUED);
        assertThat(words(build.id())).containsExactly("queued", "started", "failed", "queued", "started", "succeeded");
        assertThat(seqs(build.id())).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void aLongChainOfWaitingJobsEndsWithItsFirst() {
        // Given
        Job first = submit("dataset.build", INPUT);
        List<JobSpec> chain = new ArrayList<>();
        UUID last = first.id();
        for (int i = 0; i < 150; i++) {
            JobSpec spec = JobSpec.of(ledger.newId(), "render.views", INPUT).withAfter(Set.of(last));
            chain.add(spec);
            last = spec.id();
        }
        accepted(new Submission(TENANT, chain, Optional.empty()));

        // When
        report(first, new JobChange.Cancelled("by hand"));

        // Then
        assertThat(ledger.find(TENANT, last).orElseThrow().state()).isEqualTo(JobState.FAILED);
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
    void eventsInAnyOrderAndAnyNumberGiveOneHistory() {
        // Given
        Job job = submit("render.views", INPUT);
        List<JobEvent> events = events(
                job,
                new JobChange.Started(),
                new JobChange.Progressed(Progress.of(1, 2)),
                new JobChange.Retrying("WORK", 0, 1, Instant.EPOCH, JobError.temporary("x", "y")),
                new JobChange.Progressed(Progress.of(2, 2)),
                new JobChange.Succeeded(JsonText.node("{\"images\": 3}")));
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4));
        java.util.Collections.shuffle(order, new Random(3));

        // When
        order.forEach(i -> ledger.apply("event-" + job.id() + "-" + i, events.get(i)));

        // Then
        Job found = ledger.find(TENANT, job.id()).orElseThrow();
        assertThat(found.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(found.output()).contains(JsonText.node("{\"images\": 3}"));
        assertThat(found.retries()).isEqualTo(1);
        assertThat(seqs(job.id())).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(tables.value("SELECT count(*) FROM held_event WHERE job_id = '%s'".formatted(job.id())))
                .isEqualTo("0");
    }

    @Test
    void anEventBeforeItsTimeIsHeldAndOneOfAnUnknownJobChangesNothing() {
        // Given
        Job job = submit("render.views", INPUT);
        List<JobEvent> events = events(job, new JobChange.Started(), new JobChange.Cancelled("x"));

        // Then
        assertThat(ledger.apply("late", events.get(1))).isEqualTo(EventOutcome.HELD);
        assertThat(state(job)).isEqualTo(JobState.QUEUED);
        assertThat(ledger.apply("early", events.get(0))).isEqualTo(EventOutcome.APPLIED);
        assertThat(state(job)).isEqualTo(JobState.CANCELLED);
        assertThat(ledger.apply(
                        "stranger",
                        new JobEvent(
                                UUID.randomUUID(),
                                "render.views",
                                TENANT,
                                1,
                                1,
                                Instant.EPOCH,
                                new JobChange.Started())))
                .isEqualTo(EventOutcome.UNKNOWN_JOB);
    }

    @Test
    void aWaitingJobIsCancelledAtOnceAndARunningOneIsAskedToStop() {
        // Given
        Job build = submit("dataset.build", INPUT);
        Job render = submitAfter(build.id());

        // When
        CancelOutcome waiting = ledger.cancel(TENANT, render.id(), "not needed");
        CancelOutcome queued = ledger.cancel(TENANT, build.id(), "not needed");
        CancelOutcome again = ledger.cancel(TENANT, build.id(), "not needed");

        // Then
        assertThat(waiting).isInstanceOf(CancelOutcome.Cancelled.class);
        assertThat(state(render)).isEqualTo(JobState.CANCELLED);
        assertThat(queued).isInstanceOf(CancelOutcome.Requested.class);
        assertThat(again).isInstanceOf(CancelOutcome.Requested.class);
        assertThat(state(build)).isEqualTo(JobState.QUEUED);
        assertThat(outbox(build.id())).filteredOn(m -> m.endsWith("cancel.v1")).hasSize(1);

        // When
        report(ledger.find(TENANT, build.id()).orElseThrow(), new JobChange.Cancelled("not needed"));

        // Then
        assertThat(ledger.cancel(TENANT, build.id(), "")).isInstanceOf(CancelOutcome.AlreadyFinal.class);
    }

    @Test
    void aWaitingJobEndsAtItsDeadline() {
        // Given
        Job build = submit("dataset.build", INPUT);
        JobSpec spec = JobSpec.of(ledger.newId(), "render.views", INPUT)
                .withAfter(Set.of(build.id()))
                .withDeadline(Instant.EPOCH);
        Job render = accepted(Submission.of(TENANT, spec)).getFirst();

        // When
        ledger.maintain();

        // Then
        assertThat(error(render).code()).isEqualTo("deadline_exceeded");
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

    @Test
    void dependentsAreReleasedOnceHoweverTheirParentsFinishAtOnce() throws Exception {
        // Given
        List<Job> parents = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            parents.add(submit("dataset.build", INPUT));
        }
        UUID[] ids = parents.stream().map(Job::id).toArray(UUID[]::new);
        List<Job> children = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            children.add(submitAfter(ids));
        }

        // When
        try (ExecutorService consumers = Executors.newFixedThreadPool(8)) {
            List<Callable<Void>> reports = new ArrayList<>();
            for (Job parent : parents) {
                reports.add(() -> {
                    report(parent, new JobChange.Started(), new JobChange.Succeeded(JsonText.node("{}")));
                    return null;
                });
            }
            for (int i = 0; i < 6; i++) {
                reports.add(() -> {
                    Job child = submitAfter(ids);
                    synchronized (children) {
                        children.add(child);
                    }
                    return null;
                });
            }
            for (Future<Void> done : consumers.invokeAll(reports)) {
                done.get();
            }
        }

        // Then
        assertThat(children).allSatisfy(child -> {
            assertThat(state(child)).isEqualTo(JobState.QUEUED);
            assertThat(outbox(child.id())).filteredOn(m -> m.endsWith("run.v1")).hasSize(1);
        });
    }

    private static Job submit(String kind, JsonNode input) {
        return accepted(Submission.of(TENANT, JobSpec.of(ledger.newId(), kind, input)))
                .getFirst();
    }

    private static Job submitAfter(UUID... jobs) {
        return accepted(Submission.of(
                        TENANT,
                        JobSpec.of(ledger.newId(), "render.views", INPUT).withAfter(Set.of(jobs))))
                .getFirst();
    }

    private static List<Job> accepted(Submission submission) {
        SubmitOutcome outcome = ledger.submit(submission);
        assertThat(outcome).isInstanceOf(SubmitOutcome.Accepted.class);
        return ((SubmitOutcome.Accepted) outcome).jobs();
    }

    private static List<JobEvent> events(Job job, JobChange... changes) {
        List<JobEvent> events = new ArrayList<>();
        for (JobChange change : changes) {
            events.add(new JobEvent(
                    job.id(),
                    job.kind(),
                    job.tenant(),
                    job.round(),
                    job.seq() + 1 + events.size(),
                    Instant.now(),
                    change));
        }
        return events;
    }

    private static void report(Job job, JobChange... changes) {
        for (JobEvent event : events(job, changes)) {
            assertThat(ledger.apply(UUID.randomUUID().toString(), event)).isEqualTo(EventOutcome.APPLIED);
        }
    }

    private static JobState state(Job job) {
        return ledger.find(TENANT, job.id()).orElseThrow().state();
    }

    private static JobError error(Job job) {
        return ledger.find(TENANT, job.id()).orElseThrow().error().orElseThrow();
    }

    private static List<String> words(UUID job) {
        return ledger.events(TENANT, job, 0, 100).stream()
                .map(e -> e.change().word())
                .toList();
    }

    private static List<Long> seqs(UUID job) {
        return ledger.events(TENANT, job, 0, 100).stream().map(JobEvent::seq).toList();
    }

    private static List<String> outbox(UUID job) {
        return tables.column(
                "SELECT topic || ' ' || type FROM outbox WHERE key = '%s' ORDER BY position".formatted(job));
    }
}
