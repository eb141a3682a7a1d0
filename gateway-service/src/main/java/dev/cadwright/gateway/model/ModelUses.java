package dev.cadwright.gateway.model;

import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobState;
import dev.cadwright.gateway.job.Jobs;
import dev.cadwright.jobs.gateway.JobFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Which jobs that have not ended need a model. */
@ApplicationScoped
class ModelUses {
    private static final List<String> LABELS = List.of(Models.LABEL, Models.BASE, Models.ADAPTER);
    private static final List<JobState> OPEN = List.of(JobState.WAITING, JobState.QUEUED, JobState.RUNNING);

    private final Jobs jobs;

    ModelUses(Jobs jobs) {
        this.jobs = jobs;
    }

    /** One of them. */
    Optional<Job> of(String model) {
        return LABELS.stream().flatMap(label -> open(Map.of(label, model))).findFirst();
    }

    private Stream<Job> open(Map<String, String> labels) {
        return OPEN.stream()
                .flatMap(state ->
                        jobs.page(JobFilter.ALL.withState(state).withLabels(labels), (UUID) null, 1).data().stream());
    }
}
