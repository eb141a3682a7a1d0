package dev.cadwright.gateway.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobKinds;
import dev.cadwright.contracts.JobState;
import dev.cadwright.gateway.artifact.ArtifactLink;
import dev.cadwright.gateway.dataset.Datasets;
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

        @Schema(description = "Numbers in its weights") Long parameters,

        @Schema(
                description = "What it is",
                enumeration = {"base", "full", "merged", "quantized", "adapter"})
        String type,

        @Schema(description = "How its files are laid out", examples = "safetensors")
        String format,

        @Schema(description = "Of all its files") Long bytes,

        @Schema(description = "The dataset that it was trained on")
        String dataset,

        @Schema(description = "Of its training, or as its job measured them")
        Map<String, Double> metrics) {
    private static final String SAFETENSORS = "safetensors";

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
                model.family(),
                null,
                "base",
                SAFETENSORS,
                model.bytes(),
                null,
                null);
    }

    /** The adapter that a training made beside its model; none where it made none. */
    static Optional<ModelView> ofAdapter(String name, Job job) {
        boolean has = job.state() == JobState.SUCCEEDED
                && Outputs.at(job, "/adapter/files").isObject();
        return has
                ? Optional.of(view(name + Models.ADAPTER_ALONE, job, "/adapter/files", "adapter", "peft"))
                : Optional.empty();
    }

    /** The model that a training made or a download brought; none before it has succeeded. */
    static Optional<ModelView> of(String name, Job job) {
        if (job.state() != JobState.SUCCEEDED) {
            return Optional.empty();
        }
        return Optional.of(view(name, job, "/model/files", type(job), format(job)));
    }

    private static ModelView view(String id, Job job, String place, String type, String format) {
        var files = new TreeMap<String, ArtifactLink>();
        for (var file : Outputs.at(job, place).properties()) {
            var link = Outputs.sha(file.getValue()).map(sha -> ArtifactLink.of(sha, file.getKey()));
            link.ifPresent(present -> files.put(file.getKey(), present));
        }
        return new ModelView(
                id,
                "model",
                job.finishedAt().orElse(job.createdAt()).getEpochSecond(),
                isPulled(job) ? "hub" : "user",
                job.id(),
                Optional.ofNullable(job.labels().get(Models.BASE)).orElse(text(job, "/base")),
                files,
                text(job, "/repository"),
                text(job, "/revision"),
                text(job, "/commit"),
                text(job, "/licence"),
                text(job, "/family"),
                Outputs.number(job, "/parameters"),
                type,
                format,
                Outputs.number(job, "/bytes"),
                job.labels().get(Datasets.LABEL),
                metrics(job));
    }

    private static boolean isPulled(Job job) {
        return job.kind().equals(JobKinds.MODEL_PULL);
    }

    /** What the job says of its model, else what follows from how it was made. */
    private static String type(Job job) {
        return Optional.ofNullable(text(job, "/type")).orElseGet(() -> {
            if (isPulled(job)) {
                return Outputs.at(job, "/model/files").has("adapter_config.json") ? "adapter" : "base";
            }
            return Outputs.at(job, "/adapter/files").isObject() ? "merged" : "full";
        });
    }

    private static String format(Job job) {
        return Optional.ofNullable(text(job, "/format"))
                .orElse(Outputs.at(job, "/model/files").has("adapter_config.json") ? "peft" : SAFETENSORS);
    }

    private static Map<String, Double> metrics(Job job) {
        var metrics = new TreeMap<String, Double>();
        Outputs.at(job, "/metrics").properties().stream()
                .filter(entry -> entry.getValue().isNumber())
                .forEach(entry -> metrics.put(entry.getKey(), entry.getValue().doubleValue()));
        return metrics.isEmpty() ? null : metrics;
    }

    private static String text(Job job, String pointer) {
        return Outputs.at(job, pointer).textValue();
    }
}
