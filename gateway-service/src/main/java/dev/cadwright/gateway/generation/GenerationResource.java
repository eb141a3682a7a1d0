package dev.cadwright.gateway.generation;

import dev.cadwright.gateway.job.Accepted;
import dev.cadwright.gateway.job.Jobs;
import dev.cadwright.gateway.kind.Kind;
import dev.cadwright.gateway.page.PageRequest;
import dev.cadwright.gateway.page.PageView;
import dev.cadwright.jobs.gateway.JobFilter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Programs that models write for the samples of datasets. */
@Path("/v1/generations")
@Tag(name = "Generations", description = "Programs that models write for the samples of datasets")
@RunOnVirtualThread
public class GenerationResource {
    private final Generations generations;
    private final Jobs jobs;

    GenerationResource(Generations generations, Jobs jobs) {
        this.generations = generations;
        this.jobs = jobs;
    }

    @POST
    @Operation(
            operationId = "createGeneration",
            summary = "Generate programs",
            description = "The model and the dataset may still be in the making; the job then waits for them.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = GenerationView.class)))
    public Response create(GenerationRequest request, @HeaderParam("Idempotency-Key") String key) {
        var job = generations.start(request, key);
        return Accepted.response(job, GenerationView.of(job));
    }

    @GET
    @Operation(operationId = "listGenerations", summary = "List generations, newest first")
    public PageView<GenerationView> list(@BeanParam PageRequest page) {
        return jobs.list(JobFilter.ofKind(Kind.INFERENCE_GENERATE.wire()), page, GenerationView::of);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readGeneration", summary = "Show a generation")
    public GenerationView read(UUID id) {
        return GenerationView.of(jobs.get(id, Kind.INFERENCE_GENERATE.wire(), "generation"));
    }
}
