package dev.cadwright.gateway.generation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.contracts.Job;
import dev.cadwright.gateway.dataset.Datasets;
import dev.cadwright.gateway.job.Draft;
import dev.cadwright.gateway.job.Inputs;
import dev.cadwright.gateway.job.Submissions;
import dev.cadwright.gateway.kind.Kind;
import dev.cadwright.gateway.model.Models;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts generations. */
@ApplicationScoped
class Generations {
    private final Datasets datasets;
    private final Models models;
    private final Submissions submissions;

    Generations(Datasets datasets, Models models, Submissions submissions) {
        this.datasets = datasets;
        this.models = models;
        this.submissions = submissions;
    }

    Job start(GenerationRequest request, String idempotencyKey) {
        var model = models.require(request.model(), "/model");
        var input = settings(request);
        input.set("model", model.source());
        var labels = new HashMap<>(Map.of(Models.LABEL, model.name()));
        if (request.dataset() != null) {
            var dataset = datasets.require(request.dataset(), "/dataset");
            input.set("dataset", Datasets.manifest(dataset.build().id()));
            labels.put(Datasets.LABEL, dataset.name());
        }
        if (request.adapter() != null) {
            var adapter = models.requireAdapter(request.adapter(), "/adapter");
            input.set("adapter", adapter.source());
            labels.put(Models.ADAPTER, adapter.name());
        }
        var draft = new Draft(submissions.newId(), Kind.INFERENCE_GENERATE, input, labels);
        var key = submissions.key(idempotencyKey, "POST /v1/generations", request);
        return submissions.submit(List.of(draft), request, key).getFirst();
    }

    private static ObjectNode settings(GenerationRequest request) {
        var input = Inputs.of(request);
        input.remove(List.of("after", "priority", "deadline"));
        return input;
    }
}
