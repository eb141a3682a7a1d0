package dev.cadwright.gateway.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.contracts.Job;
import dev.cadwright.gateway.dataset.Datasets;
import dev.cadwright.gateway.job.Draft;
import dev.cadwright.gateway.job.Inputs;
import dev.cadwright.gateway.job.Jobs;
import dev.cadwright.gateway.job.References;
import dev.cadwright.gateway.job.Submissions;
import dev.cadwright.gateway.kind.Kind;
import dev.cadwright.gateway.model.Models;
import dev.cadwright.gateway.name.Dependencies;
import dev.cadwright.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Starts benchmarks. */
@ApplicationScoped
class Benchmarks {
    private final Datasets datasets;
    private final Models models;
    private final Jobs jobs;
    private final Submissions submissions;

    Benchmarks(Datasets datasets, Models models, Jobs jobs, Submissions submissions) {
        this.datasets = datasets;
        this.models = models;
        this.jobs = jobs;
        this.submissions = submissions;
    }

    Job start(BenchmarkRequest request, String idempotencyKey) {
        var dataset = datasets.require(request.dataset(), "/dataset");
        var input = Inputs.of(request);
        input.remove(List.of("after", "priority", "deadline"));
        input.set("dataset", Datasets.manifest(dataset.build().id()));
        addEntries(request, input);
        var labels = Map.of(Datasets.LABEL, dataset.name());
        var draft = new Draft(submissions.newId(), Kind.BENCHMARK_RUN, input, labels);
        var key = submissions.key(idempotencyKey, "POST /v1/benchmarks", request);
        return submissions.submit(List.of(draft), request, key).getFirst();
    }

    private void addEntries(BenchmarkRequest request, ObjectNode input) {
        var entries = input.putArray("entries");
        var histories = Inputs.empty();
        for (int i = 0; i < request.entries().size(); i++) {
            var entry = request.entries().get(i);
            var generation = generation(entry.generation(), "/entries/%d/generation".formatted(i));
            entries.addObject()
                    .put("name", entry.name())
                    .set("predictions", References.to(generation.id(), "/predictions"));
            training(generation).ifPresent(job -> histories.set(entry.name(), References.to(job.id(), "/history")));
        }
        if (!histories.isEmpty()) {
            input.set("histories", histories);
        }
    }

    private Job generation(UUID id, String pointer) {
        var job = jobs.find(id)
                .filter(found -> found.kind().equals(Kind.INFERENCE_GENERATE.wire()))
                .orElseThrow(() -> ProblemException.invalid(
                        pointer,
                        "unknown_generation",
                        "There is no generation " + id + ".",
                        "GET /v1/generations lists those there are."));
        return Dependencies.require(job, pointer, "generation " + id);
    }

    /** The training of the model that a generation used, unless the model is built in. */
    private Optional<Job> training(Job generation) {
        return Optional.ofNullable(generation.labels().get(Models.LABEL)).flatMap(models::training);
    }
}
