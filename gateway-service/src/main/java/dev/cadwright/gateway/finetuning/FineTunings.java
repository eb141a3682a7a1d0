package dev.cadwright.gateway.finetuning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.contracts.Job;
import dev.cadwright.gateway.dataset.Datasets;
import dev.cadwright.gateway.job.Draft;
import dev.cadwright.gateway.job.Inputs;
import dev.cadwright.gateway.job.Submissions;
import dev.cadwright.gateway.kind.Kind;
import dev.cadwright.gateway.kind.Method;
import dev.cadwright.gateway.model.Models;
import dev.cadwright.gateway.name.Names;
import dev.cadwright.gateway.name.Registration;
import dev.cadwright.gateway.problem.ProblemCode;
import dev.cadwright.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Starts trainings and names the models that they make. */
@ApplicationScoped
public class FineTunings {
    /** Label: the model that training started from. */
    static final String BASE = Models.BASE;

    /** Label: the dataset that validates, where it is not the one that trains. */
    static final String VALIDATION = "validation";

    /** Begins the labels that hold the client's metadata. */
    static final String METADATA = "metadata.";

    private static final int LONGEST_NAME = 63;
    private static final int ID_DIGITS = 8;

    private final Datasets datasets;
    private final Models models;
    private final Names names;
    private final Submissions submissions;

    FineTunings(Datasets datasets, Models models, Names names, Submissions submissions) {
        this.datasets = datasets;
        this.models = models;
        this.names = names;
        this.submissions = submissions;
    }

    /** Submits a training; the model's name is taken from now on. */
    public Job start(FineTuningRequest request, String idempotencyKey) {
        var key = submissions.key(idempotencyKey, "POST /v1/fine_tuning/jobs", request);
        var id = submissions.newId();
        var input = input(request);
        var name = name(request.model(), request.suffix() == null ? lastDigits(id) : request.suffix());
        if (models.isBuiltIn(name)) {
            throw new ProblemException(ProblemCode.NAME_TAKEN, "There is a built-in model \"%s\".".formatted(name));
        }
        return names.register(Registration.Type.MODEL, name, id, key, job -> {
                    var draft = new Draft(
                            job, Kind.TRAINING_FINETUNE, input.put("outputName", name), labels(request, name));
                    return submissions.submit(List.of(draft), request, key);
                })
                .getFirst();
    }

    private ObjectNode input(FineTuningRequest request) {
        var input = Inputs.empty();
        input.set("dataset", manifest(request.trainingFile(), "/training_file"));
        if (request.validationFile() != null) {
            input.set("validationDataset", manifest(request.validationFile(), "/validation_file"));
        }
        input.set("model", models.require(request.model(), "/model").source());
        Inputs.put(input, "method", request.method() == null ? Method.FULL : request.method());
        var training = Inputs.of(Hyper.settings(request));
        if (!training.isEmpty()) {
            input.set("training", training);
        }
        Inputs.put(input, "lora", request.lora());
        input.put("seed", request.seed() == null ? 0 : request.seed());
        Inputs.put(input, "minutes", request.minutes());
        return input;
    }

    private ObjectNode manifest(String nameOrId, String pointer) {
        return Datasets.manifest(datasets.require(nameOrId, pointer).build().id());
    }

    private Map<String, String> labels(FineTuningRequest request, String name) {
        var labels = new HashMap<String, String>();
        labels.put(Models.LABEL, name);
        labels.put(BASE, request.model());
        labels.put(
                Datasets.LABEL,
                datasets.require(request.trainingFile(), "/training_file").name());
        if (request.validationFile() != null) {
            labels.put(VALIDATION, request.validationFile());
        }
        if (request.metadata() != null) {
            request.metadata().forEach((key, value) -> labels.put(METADATA + key, value));
        }
        return labels;
    }

    private static String name(String base, String ending) {
        var plain = base.replace(':', '.');
        var room = LONGEST_NAME - 1 - ending.length();
        return plain.substring(0, Math.min(room, plain.length())) + "-" + ending;
    }

    /** The random end of a job's id; its beginning is the time. */
    private static String lastDigits(UUID id) {
        var digits = id.toString();
        return digits.substring(digits.length() - ID_DIGITS);
    }
}
