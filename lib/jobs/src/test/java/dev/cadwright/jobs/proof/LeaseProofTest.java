package dev.cadwright.jobs.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.artifacts.FolderArtifactStore;
import dev.cadwright.artifacts.Sha256;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Leases: promises G4 and G5, with real worker processes. */
class LeaseProofTest extends ProofTest {
    private static final Duration SLACK = Duration.ofSeconds(3);

    @Test
    void g4AZombieWritesNothing() {
        try (ChildJvm first = worker();
                ChildJvm second = worker()) {
            first.awaitLine("READY");
            second.awaitLine("READY");

            // Given a unit that runs in one of two workers, which then hangs for longer than its lease
            ObjectNode input = StepHandler.input(1, 12, 100).put("signed", true);
            Job job = gateway.submit(input);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !first.linesWith("WORK").isEmpty()
                            || !second.linesWith("WORK").isEmpty());
            ChildJvm zombie = first.linesWith("WORK").isEmpty() ? second : first;
            ChildJvm healthy = zombie == first ? second : first;
            zombie.signal("STOP");

            // When the other one has done the work, and the first wakes up
            await().atMost(Duration.ofSeconds(30)).until(() -> state(job) == JobState.SUCCEEDED);
            String unit = tables.value("SELECT row_to_json(u) FROM unit u WHERE stage = 'WORK'");
            zombie.signal("CONT");
            zombie.awaitLine("ENDED WORK LOST");

            // Then nothing of it remains
            assertThat(healthy.linesWith("ENDED WORK SUCCEEDED")).hasSize(1);
            assertThat(tables.value("SELECT row_to_json(u) FROM unit u WHERE stage = 'WORK'"))
                    .isEqualTo(unit);
            assertThat(gateway.words(job.id())).containsExactly("queued", "started", "retrying", "succeeded");
            FolderArtifactStore store = new FolderArtifactStore(artifacts);
            assertThat(store.exists(digest("unit 0 attempt 2"))).isTrue();
            assertThat(store.exists(digest("unit 0 attempt 1"))).isFalse();

            // And it is fit for further work
            assertThat(zombie.isAlive()).isTrue();
        }
    }

    @Test
    void g5ACrashIsSeenWithinLeaseAndScanAndCostsOneAttempt() {
        try (ChildJvm victim = worker()) {
            // Given
            Job job = gateway.submit(StepHandler.input(1, 25, 100).put("saves", true));
            victim.awaitLine("WORK");
            await().atMost(Duration.ofSeconds(10)).until(() -> progress(job) >= 5);

            // When
            victim.kill();
            Instant killed = Instant.now();
            try (WorkerSide unused = workerHere()) {
                await().pollInterval(Duration.ofMillis(20))
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> gateway.words(job.id()).contains("retrying"));
                Duration seen = Duration.between(killed, Instant.now());

                // Then
                System.out.println("G5: crash seen after " + seen.toMillis() + " ms, lease "
                        + WorkerSide.LEASE.toMillis() + " ms, scan " + WorkerSide.SCAN.toMillis() + " ms");
                assertThat(seen)
                        .isLessThan(WorkerSide.LEASE.plus(WorkerSide.SCAN).plus(SLACK));
                await().atMost(Duration.ofSeconds(60)).until(() -> state(job) == JobState.SUCCEEDED);
            }
            assertThat(gateway.job(job.id()).retries()).isEqualTo(1);
        }
    }

    @Test
    void g5TheDeadlineOfAJobHoldsHoweverAliveItsWorkerIs() {
        try (WorkerSide unused = workerHere()) {
            // Given
            Instant deadline = Instant.now().plusSeconds(3);
            Job job = gateway.submit(StepHandler.input(1, 1000, 50), spec -> spec.withDeadline(deadline));

            // When
            await().atMost(Duration.ofSeconds(60)).until(() -> state(job).isFinal());

            // Then
            Job ended = gateway.job(job.id());
            assertThat(ended.error().orElseThrow().code()).isEqualTo("deadline_exceeded");
            assertThat(ended.error().orElseThrow().classification()).isEqualTo(JobError.Classification.EXHAUSTED);
            assertThat(ended.finishedAt().orElseThrow())
                    .isBetween(deadline, deadline.plus(WorkerSide.SCAN).plus(SLACK));
        }
    }

    @Test
    void aUnitThatKillsItsWorkersEndsExhausted() {
        // Given
        Job job = gateway.submit(StepHandler.input(1, 1000, 50), spec -> spec.withMaxAttempts(1));

        // When
        try (ChildJvm victim = worker()) {
            victim.awaitLine("WORK");
        }

        // Then
        try (WorkerSide unused = workerHere()) {
            await().atMost(Duration.ofSeconds(60)).until(() -> state(job) == JobState.FAILED);
        }
        JobError error = gateway.job(job.id()).error().orElseThrow();
        assertThat(error.code()).isEqualTo("lease_expired");
        assertThat(error.classification()).isEqualTo(JobError.Classification.EXHAUSTED);
    }

    private long progress(Job job) {
        return gateway.job(job.id()).progress().done();
    }

    private static String digest(String content) {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
    }
}
