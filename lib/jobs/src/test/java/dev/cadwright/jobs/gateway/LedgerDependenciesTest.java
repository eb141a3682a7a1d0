package dev.cadwright.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobState;
import dev.cadwright.jobs.sql.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Jobs that wait for others. */
class LedgerDependenciesTest extends LedgerFixture {
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
}
