package dev.cadwright.gateway.program;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.cad.language.ProgramNames;
import dev.cadwright.contracts.Job;
import dev.cadwright.gateway.caller.CallerContext;
import dev.cadwright.gateway.dataset.Datasets;
import dev.cadwright.gateway.job.Draft;
import dev.cadwright.gateway.job.Inputs;
import dev.cadwright.gateway.job.Submissions;
import dev.cadwright.gateway.kind.Kind;
import dev.cadwright.gateway.problem.ProblemException;
import dev.cadwright.gateway.upload.Upload;
import dev.cadwright.gateway.upload.Uploads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Decides what becomes of a request to execute: one program is answered at once, a folder becomes a job. */
@ApplicationScoped
class Executions {

    /** What a request leads to. */
    sealed interface Outcome {
        record Executed(ExecutionView execution) implements Outcome {}

        record Started(Job job) implements Outcome {}
    }

    private final ExecutionClient client;
    private final Datasets datasets;
    private final Uploads uploads;
    private final ArtifactStore artifacts;
    private final Submissions submissions;
    private final CallerContext context;

    Executions(
            ExecutionClient client,
            Datasets datasets,
            Uploads uploads,
            ArtifactStore artifacts,
            Submissions submissions,
            CallerContext context) {
        this.client = client;
        this.datasets = datasets;
        this.uploads = uploads;
        this.artifacts = artifacts;
        this.submissions = submissions;
        this.context = context;
    }

    Outcome execute(ExecuteRequest request, String idempotencyKey) {
        if (request.language() != null && !request.language().equals(ProgramNames.STEP)) {
            ProgramText.named(request.language(), "/language");
        }
        ProgramText.requirePaths(request.name(), request.files());
        if (request.dataset() != null) {
            Inapplicable.toDatasets(request);
            var dataset = datasets.require(request.dataset(), "/dataset");
            var input = settings(request);
            input.set("dataset", Datasets.manifest(dataset.build().id()));
            return start(request, input, Map.of(Datasets.LABEL, dataset.name()), idempotencyKey);
        }
        if (request.upload() != null) {
            var upload = upload(request.upload());
            if (upload.folder) {
                Inapplicable.toFolders(request);
                return start(request, settings(request).put("folder", upload.sha256), Map.of(), idempotencyKey);
            }
            Inapplicable.toOneProgram(request);
            return stored(request, upload.sha256, request.name() == null ? upload.name : request.name());
        }
        Inapplicable.toOneProgram(request);
        if (request.artifact() != null) {
            return stored(request, request.artifact(), request.name());
        }
        return new Outcome.Executed(client.execute(text(request)));
    }

    private static ExecutionCommand text(ExecuteRequest request) {
        if (isStep(request)) {
            return command(request, ProgramNames.STEP, request.name() == null ? "program.step" : request.name(), null);
        }
        var program = ProgramText.of(request.language(), request.name(), request.text(), request.files());
        return command(request, program.language().label(), program.name(), null);
    }

    private static boolean isStep(ExecuteRequest request) {
        if (request.language() != null) {
            return request.language().equals(ProgramNames.STEP);
        }
        return request.name() == null
                ? request.text().stripLeading().startsWith("ISO-10303-21")
                : ProgramNames.isStep(request.name());
    }

    private Outcome stored(ExecuteRequest request, String sha256, String name) {
        if (!artifacts.exists(sha256)) {
            throw ProblemException.invalid(
                    "/artifact", "unknown_artifact", "There is no artifact " + sha256 + ".", null);
        }
        if (name == null && request.language() == null) {
            throw ProblemException.invalid(
                    "/language",
                    "required",
                    "An artifact does not say which language it is.",
                    "Give its language, or a name that ends as its file did.");
        }
        return new Outcome.Executed(
                client.execute(command(request, request.language(), name == null ? "program" : name, sha256)));
    }

    private static ExecutionCommand command(ExecuteRequest request, String language, String name, String artifact) {
        return new ExecutionCommand(
                language,
                name,
                artifact == null ? request.text() : null,
                artifact,
                request.files(),
                request.export(),
                request.timeout(),
                request.memory());
    }

    private Outcome start(ExecuteRequest request, ObjectNode input, Map<String, String> labels, String key) {
        var draft = new Draft(submissions.newId(), Kind.PROGRAMS_EXECUTE, input, labels);
        var repeatable = submissions.key(key, "POST /v1/programs/execute", request);
        return new Outcome.Started(
                submissions.submit(List.of(draft), request, repeatable).getFirst());
    }

    private static ObjectNode settings(ExecuteRequest request) {
        var input = Inputs.empty();
        Inputs.put(input, "language", request.language());
        Inputs.put(input, "export", request.export());
        Inputs.put(input, "timeout", request.timeout());
        Inputs.put(input, "memory", request.memory());
        Inputs.put(input, "unitSize", request.unitSize());
        return input;
    }

    private Upload upload(UUID id) {
        return uploads.find(context.caller(), id)
                .orElseThrow(() -> ProblemException.invalid(
                        "/upload",
                        "unknown_upload",
                        "There is no upload " + id + ".",
                        "POST the program, or a zip of programs, to /v1/uploads and give the id of the answer."));
    }
}
