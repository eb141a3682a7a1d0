package dev.cadwright.gateway.finetuning;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.Progress;
import dev.cadwright.gateway.job.Outputs;
import dev.cadwright.gateway.model.Models;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Finds a training's checkpoints in its events and in its output. */
final class Checkpoints {
    /** The metric that names the step of the last checkpoint. */
    static final String METRIC = "checkpoint";

    private Checkpoints() {}

    /** A checkpoint in the form of OpenAI's API. */
    @Schema(name = "FineTuningCheckpoint")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record View(
            String id,
            @Schema(examples = "fine_tuning.job.checkpoint") String object,
            @JsonProperty("created_at") long createdAt,

            @JsonProperty("fine_tuned_model_checkpoint")
            @Schema(description = "Can be used as a model where the job's output keeps the checkpoint's files")
            String model,

            @JsonProperty("fine_tuning_job_id") UUID job,
            Map<String, Double> metrics,
            @JsonProperty("step_number") long step) {}

    /** Newest first. */
    static List<View> of(Job job, Iterable<JobEvent> events) {
        var found = new TreeMap<Long, View>();
        for (var event : events) {
            if (event.change() instanceof JobChange.Progressed(Progress progress)
                    && progress.metrics().containsKey(METRIC)) {
                long step = progress.metrics().get(METRIC).longValue();
                found.putIfAbsent(step, view(job, step, event.time().getEpochSecond(), progress.metrics()));
            }
        }
        for (var saved : Outputs.at(job, "/checkpoints")) {
            long step = saved.path("step").asLong();
            var created = found.containsKey(step)
                    ? found.get(step).createdAt()
                    : job.finishedAt().orElse(job.updatedAt()).getEpochSecond();
            var metrics = new HashMap<String, Double>();
            saved.properties().stream()
                    .filter(entry -> entry.getValue().isNumber())
                    .forEach(entry ->
                            metrics.put(entry.getKey(), entry.getValue().doubleValue()));
            found.put(step, view(job, step, created, metrics));
        }
        return List.copyOf(found.descendingMap().values());
    }

    private static View view(Job job, long step, long createdAt, Map<String, Double> metrics) {
        var shown = new TreeMap<>(metrics);
        shown.remove(METRIC);
        shown.put("step", (double) step);
        // Under the names that clients of OpenAI's API look for.
        copy(shown, "loss", "train_loss");
        copy(shown, "validation_loss", "full_valid_loss");
        return new View(
                "ftckpt-%s-%d".formatted(job.id(), step),
                "fine_tuning.job.checkpoint",
                createdAt,
                Models.checkpointName(job.labels().getOrDefault(Models.LABEL, ""), step),
                job.id(),
                shown,
                step);
    }

    private static void copy(Map<String, Double> metrics, String from, String to) {
        if (metrics.containsKey(from)) {
            metrics.putIfAbsent(to, metrics.get(from));
        }
    }
}
