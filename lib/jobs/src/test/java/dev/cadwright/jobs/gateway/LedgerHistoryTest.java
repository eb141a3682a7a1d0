package dev.cadwright.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.Progress;
import dev.cadwright.jobs.sql.JsonText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What workers report, cancelling, and deadlines. */
class LedgerHistoryTest extends LedgerFixture {
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
}
