package dev.cadwright.gateway.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobKinds;
import dev.cadwright.contracts.JobState;
import dev.cadwright.gateway.artifact.ArtifactLink;
import dev.cadwright.gateway.job.Outputs;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A model as OpenAI's API shows one, with what it was made from. */
@Schema(name = "Model")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelView(
        String id,
        @Schema(examples = "model") String object,
        @Schema(description = "Seconds since 1970") long created,

        @JsonProperty("owned_by")
        @Schema(description = "cadwright: built in; user: trained here; hub: pulled from a hub")
        String ownedBy,

        @Schema(description = "The job that made or pulled it")
        UUID job,

        @Schema(description = "The model that training started from")
        String base,

        @Schema(description = "By file name") Map<String, ArtifactLink> files,

        @Schema(description = "The hub's repository that it was pulled from")
        String source,

        @Schema(description = "The branch, tag or commit that was asked for")
        String revision,

        @Schema(description = "The commit that came") String commit,
        @Schema(description = "As its card says") String licence,

        @Schema(description = "The model_type of its configuration")
        String family,

        @Schema(description = "Numbers in its weights") Long parameters) {

    static ModelView of(BuiltInModels.BuiltIn model) {
        return new ModelView(
                model.name(),
                "model",
                model.created().getEpochSecond(),
                "cadwright",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The model that a training made or a download brought; none before it has succeeded. */
    static Optional<ModelView> of(String name, Job job) {
        if (job.state() != JobState.SUCCEEDED) {
            return Optional.empty();
        }
        var files = new TreeMap<String, ArtifactLink>();
        for (var file : Outputs.at(job, "/model/files").properties()) {
            var link = Outputs.sha(file.getValue()).map(sha -> ArtifactLink.of(sha, file.getKey()));
            link.ifPresent(present -> files.put(file.getKey(), present));
        }
        return Optional.of(new ModelView(
                name,
                "model",
                job.finishedAt().orElse(job.createdAt()).getEpochSecond(),
                job.kind().equals(JobKinds.MODEL_PULL) ? "hub" : "user",
                job.id(),
                Optional.ofNullable(job.labels().get("base")).orElse(text(job, "/base")),
                files,
                text(job, "/repository"),
                text(job, "/revision"),
                text(job, "/commit"),
                text(job, "/licence"),
                text(job, "/family"),
                Outputs.number(job, "/parameters")));
    }

    private static String text(Job job, String pointer) {
        return Outputs.at(job, pointer).textValue();
    }
}
