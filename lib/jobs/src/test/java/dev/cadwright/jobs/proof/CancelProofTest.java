package dev.cadwright.jobs.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.JobState;
import dev.cadwright.jobs.gateway.CancelOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Cancellation: promise G8. */
class CancelProofTest extends ProofTest {
    private static final Duration SLACK = Duration.ofSeconds(3);

    @Test
    void g8AQueuedJobIsCancelledAtOnce() {
        try (WorkerSide unused = workerHere()) {
            // Given slots that are all taken, and one more job
            for (int i = 0; i < 3; i++) {
                gateway.submit(StepHandler.input(1, 1000, 50));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> running() == 3);
            Job queued = gateway.submit(StepHandler.input(1, 1, 1));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> tables.value("SELECT count(*) FROM work").equals("4"));

            // When
            CancelOutcome outcome = gateway.ledger.cancel(tenant, queued.id(), "changed my mind");

            // Then
            assertThat(outcome).isInstanceOf(CancelOutcome.Requested.class);
            await().atMost(Duration.ofSeconds(2)).until(() -> state(queued) == JobState.CANCELLED);
            assertThat(gateway.words(queued.id())).containsExactly("queued", "cancelled");
        }
    }

    @Test
    void g8ARunningJobThatDoesNotListenIsKilledWithItsProcessAndNeverRetried() {
        try (ChildJvm worker = worker()) {
            // Given
            ObjectNode input = StepHandler.input(1, 1, 1).put("stubborn", true);
            Job job = gateway.submit(input);
            worker.awaitLine("CHILD");
            long child = Long.parseLong(worker.linesWith("CHILD").getFirst().substring("CHILD ".length()));
            assertThat(ProcessHandle.of(child)).isPresent();

            // When
            Instant asked = Instant.now();
            gateway.ledger.cancel(tenant, job.id(), "enough");
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> state(job) == JobState.CANCELLED);
            Duration taken = Duration.between(asked, Instant.now());

            // Then
            System.out.println("G8: killed after " + taken.toMillis() + " ms, heartbeat "
                    + WorkerSide.HEARTBEAT.toMillis() + " ms, grace " + WorkerSide.GRACE.toMillis() + " ms");
            assertThat(taken)
                    .isLessThan(WorkerSide.HEARTBEAT.plus(WorkerSide.GRACE).plus(SLACK));
            assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(gateway.words(job.id())).containsExactly("queued", "started", "cancelling", "cancelled");
            assertThat(tables.column("SELECT state FROM unit WHERE state IN ('READY', 'RUNNING')"))
                    .isEmpty();
        }
    }

    @Test
    void g8WhereCancelCompleteAndFailRaceTheFirstFinalStateStays() {
        try (WorkerSide unused = workerHere()) {
            // Given
            Random random = new Random(8);
            List<Job> jobs = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                ObjectNode input = StepHandler.input(1, random.nextInt(4), 5);
                if (i % 3 == 0) {
                    input.put("fails", i % 2 == 0 ? "for now" : "for good");
                }
                jobs.add(gateway.submit(input, spec -> spec.withMaxAttempts(2)));
            }

            // When
            for (Job job : jobs) {
                if (random.nextBoolean()) {
                    pause(random.nextInt(40));
                }
                gateway.ledger.cancel(tenant, job.id(), "race");
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> jobs.stream().allMatch(job -> state(job).isFinal()));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> tables.value("SELECT count(*) FROM outbox").equals("0"));

            // Then
            for (Job job : jobs) {
                List<JobEvent> events = gateway.ledger.events(tenant, job.id(), 0, 1000);
                assertThat(events)
                        .filteredOn(event ->
                                event.change().stateAfter(JobState.RUNNING).isFinal())
                        .hasSize(1);
                assertThat(events.getLast().change().stateAfter(JobState.RUNNING))
                        .isEqualTo(state(job));
            }
            System.out.println("G8: " + tables.column("SELECT state || ' ' || count(*) FROM job GROUP BY state"));
            assertThat(tables.column("SELECT id FROM unit WHERE state IN ('READY', 'RUNNING')"))
                    .isEmpty();
        }
    }

    private static void pause(int millis) {
        Instant end = Instant.now().plusMillis(millis);
        await().pollInterval(Duration.ofMillis(1)).until(() -> Instant.now().isAfter(end));
    }

    private int running() {
        return Integer.parseInt(tables.value("SELECT count(*) FROM unit WHERE state = 'RUNNING' AND stage = 'WORK'"));
    }
}
