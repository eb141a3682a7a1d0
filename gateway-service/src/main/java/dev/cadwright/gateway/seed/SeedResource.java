package dev.cadwright.gateway.seed;

import dev.cadwright.gateway.dataset.Datasets;
import dev.cadwright.gateway.finetuning.FineTuningRequest;
import dev.cadwright.gateway.finetuning.FineTunings;
import dev.cadwright.gateway.job.Accepted;
import dev.cadwright.gateway.job.Jobs;
import dev.cadwright.gateway.kind.Kind;
import dev.cadwright.gateway.kind.LoraSettings;
import dev.cadwright.gateway.kind.Method;
import dev.cadwright.gateway.kind.TrainingSettings;
import dev.cadwright.gateway.page.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The routes that clients of the system before this one call, over the same jobs. */
@Path("/training")
@Tag(name = "Compatibility", description = "Routes of the system before this one, over the same jobs")
@RunOnVirtualThread
public class SeedResource {
    private static final String DEFAULT_MODEL = "cadwright-nano";
    private static final int LISTED = 1000;

    private final FineTunings trainings;
    private final Datasets datasets;
    private final Jobs jobs;

    SeedResource(FineTunings trainings, Datasets datasets, Jobs jobs) {
        this.trainings = trainings;
        this.datasets = datasets;
        this.jobs = jobs;
    }

    @POST
    @Path("finetune/start")
    @Operation(operationId = "startFinetune", summary = "Fine-tune a model")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = TrainingStatus.class)))
    public Response start(StartRequest request, @HeaderParam("Idempotency-Key") String key) {
        var job = trainings.start(translate(request), key);
        return Accepted.response(job, TrainingStatus.of(job));
    }

    @GET
    @Path("finetune/status")
    @Operation(operationId = "finetuneStatus", summary = "How the newest fine-tuning stands, or one of them")
    public TrainingStatus status(@RestQuery("job_id") @Parameter(description = "Default the newest") String id) {
        if (id != null) {
            return TrainingStatus.of(jobs.get(Parameters.id("job_id", id), Kind.TRAINING_FINETUNE.wire(), "training"));
        }
        return jobs.newest(Set.of(Kind.TRAINING_FINETUNE.wire()), Map.of())
                .map(TrainingStatus::of)
                .orElseGet(TrainingStatus::idle);
    }

    @GET
    @Path("datasets")
    @Operation(operationId = "datasetSummaries", summary = "The datasets in figures")
    public DatasetSummary.Page datasets() {
        return new DatasetSummary.Page(datasets.newest(LISTED).stream()
                .map(dataset -> DatasetSummary.of(dataset, datasets))
                .toList());
    }

    private static FineTuningRequest translate(StartRequest request) {
        var training = TrainingSettings.DEFAULTS.with(request.epochs(), request.batchSize(), request.learningRate());
        var lora = request.loraRank() == null ? null : new LoraSettings(request.loraRank(), null, null, null);
        return new FineTuningRequest(
                request.baseModel() == null ? DEFAULT_MODEL : request.baseModel(),
                request.datasetName(),
                null,
                null,
                null,
                null,
                null,
                lora == null ? Method.FULL : Method.LORA,
                training,
                lora,
                null,
                null,
                null,
                null);
    }
}
