package dev.cadwright.gateway.finetuning;

import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.gateway.job.Accepted;
import dev.cadwright.gateway.job.Jobs;
import dev.cadwright.gateway.kind.Kind;
import dev.cadwright.gateway.page.Parameters;
import dev.cadwright.gateway.problem.ProblemException;
import dev.cadwright.jobs.gateway.JobFilter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Trainings, in the form of OpenAI's fine-tuning API. */
@Path("/v1/fine_tuning/jobs")
@Tag(name = "Fine-tuning", description = "Trainings, in the form of OpenAI's API")
@RunOnVirtualThread
public class FineTuningResource {
    private final FineTunings trainings;
    private final Jobs jobs;
    private final History history;

    FineTuningResource(FineTunings trainings, Jobs jobs, History history) {
        this.trainings = trainings;
        this.jobs = jobs;
        this.history = history;
    }

    @POST
    @Operation(
            operationId = "createFineTuningJob",
            summary = "Fine-tune a model",
            description = "The dataset and the model may still be in the making; the job then waits for them.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = FineTuningView.class)))
    public Response create(FineTuningRequest request, @HeaderParam("Idempotency-Key") String key) {
        var job = trainings.start(request, key);
        return Accepted.response(job, FineTuningView.of(job));
    }

    @GET
    @Operation(operationId = "listFineTuningJobs", summary = "List trainings, newest first")
    public OpenAiList<FineTuningView> list(
            @Parameter(description = "The id of the last one seen") @RestQuery String after,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
                    @RestQuery
                    String limit) {
        var page = jobs.page(
                JobFilter.ofKind(Kind.TRAINING_FINETUNE.wire()),
                Parameters.id("after", after),
                Parameters.limit(limit, 20));
        var data = page.data().stream().map(FineTuningView::of).toList();
        return OpenAiList.of(
                data,
                data.stream().map(view -> view.id().toString()).toList(),
                page.next().isPresent());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readFineTuningJob", summary = "Show a training")
    public FineTuningView read(UUID id) {
        return FineTuningView.of(training(id));
    }

    @POST
    @Path("{id}/cancel")
    @Operation(operationId = "cancelFineTuningJob", summary = "Cancel a training")
    public FineTuningView cancel(UUID id) {
        return FineTuningView.of(jobs.cancel(training(id).id(), "requested by the client"));
    }

    @GET
    @Path("{id}/events")
    @Operation(operationId = "listFineTuningEvents", summary = "List a training's events, newest first")
    public OpenAiList<TrainingEvents.View> events(
            UUID id,
            @Parameter(description = "The id of the last one seen") @RestQuery String after,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
                    @RestQuery
                    String limit) {
        var job = training(id);
        long before = after == null ? job.seq() + 1 : before(after, job);
        var events = history.newest(job, before, Parameters.limit(limit, 20));
        long oldest = events.isEmpty() ? 1 : events.getLast().seq();
        return OpenAiList.of(
                events.stream().map(TrainingEvents::view).toList(),
                events.stream().map(FineTuningResource::id).toList(),
                oldest > 1);
    }

    @GET
    @Path("{id}/checkpoints")
    @Operation(operationId = "listFineTuningCheckpoints", summary = "List a training's checkpoints, newest first")
    public OpenAiList<Checkpoints.View> checkpoints(
            UUID id,
            @Parameter(description = "The id of the last one seen") @RestQuery String after,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "10"))
                    @RestQuery
                    String limit) {
        var job = training(id);
        var all = Checkpoints.of(job, history.all(job));
        var from = after == null
                ? 0
                : 1 + all.stream().map(Checkpoints.View::id).toList().indexOf(after);
        int size = Parameters.limit(limit, 10);
        var data = all.stream().skip(from).limit(size).toList();
        return OpenAiList.of(data, data.stream().map(Checkpoints.View::id).toList(), all.size() > from + size);
    }

    private Job training(UUID id) {
        return jobs.get(id, Kind.TRAINING_FINETUNE.wire(), "fine-tuning job");
    }

    private static String id(JobEvent event) {
        return TrainingEvents.id(event.jobId(), event.seq());
    }

    private static long before(String after, Job job) {
        long seq = TrainingEvents.seq(after, job.id());
        if (seq < 1) {
            throw ProblemException.invalid("after", "wrong_form", "That is not the id of an event of the job.", null);
        }
        return seq;
    }
}
