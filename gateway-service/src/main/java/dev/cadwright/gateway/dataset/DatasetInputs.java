package dev.cadwright.gateway.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.gateway.caller.CallerContext;
import dev.cadwright.gateway.job.Inputs;
import dev.cadwright.gateway.job.References;
import dev.cadwright.gateway.problem.ProblemException;
import dev.cadwright.gateway.upload.Upload;
import dev.cadwright.gateway.upload.Uploads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Writes the inputs of the jobs that make and extend datasets. */
@ApplicationScoped
class DatasetInputs {
    private final Uploads uploads;
    private final CallerContext context;

    DatasetInputs(Uploads uploads, CallerContext context) {
        this.uploads = uploads;
        this.context = context;
    }

    ObjectNode build(DatasetRequest request) {
        var input = Inputs.empty().put("name", request.name()).put("seed", request.seed() == null ? 0 : request.seed());
        var sources = input.putArray("sources");
        for (int i = 0; i < request.sources().size(); i++) {
            sources.add(source(request.sources().get(i), "/sources/%d/upload".formatted(i)));
        }
        Inputs.put(input, "splits", request.splits());
        Inputs.put(input, "points", request.points());
        Inputs.put(input, "solids", request.solids());
        Inputs.put(input, "unitSize", request.unitSize());
        return input;
    }

    ObjectNode views(UUID build, ViewsSettings settings) {
        var input = Inputs.of(settings);
        input.set("dataset", Datasets.manifest(build));
        return input;
    }

    ObjectNode conversations(UUID build, Optional<UUID> views, ConversationsSettings settings) {
        var input = Inputs.of(settings);
        input.set("dataset", Datasets.manifest(build));
        views.ifPresent(job -> input.set("views", References.to(job, "/manifest")));
        return input;
    }

    ObjectNode export(UUID build, Optional<UUID> views, Optional<UUID> conversations, String name) {
        var input = Inputs.empty().put("name", name);
        input.set("dataset", Datasets.manifest(build));
        views.ifPresent(job -> input.set("views", References.to(job, "/manifest")));
        conversations.ifPresent(job -> input.set("conversations", References.to(job, "")));
        return input;
    }

    private ObjectNode source(DatasetRequest.Source source, String pointer) {
        var node = Inputs.of(source);
        node.remove("upload");
        if (source.upload() != null) {
            node.put("artifact", folder(source.upload(), pointer).sha256);
        }
        return node;
    }

    private Upload folder(UUID id, String pointer) {
        var upload = uploads.find(context.caller(), id)
                .orElseThrow(() -> ProblemException.invalid(
                        pointer,
                        "unknown_upload",
                        "There is no upload " + id + ".",
                        "POST the folder to /v1/uploads as a zip and give the id of the answer."));
        if (!upload.folder) {
            throw ProblemException.invalid(
                    pointer,
                    "not_a_folder",
                    "Upload \"%s\" is a single file.".formatted(upload.name),
                    "Send a zip of the folder.");
        }
        return upload;
    }
}
