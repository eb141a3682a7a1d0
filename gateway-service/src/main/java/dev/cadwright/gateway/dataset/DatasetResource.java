package dev.cadwright.gateway.dataset;

import dev.cadwright.contracts.Job;
import dev.cadwright.gateway.job.Accepted;
import dev.cadwright.gateway.name.Dependencies;
import dev.cadwright.gateway.page.PageRequest;
import dev.cadwright.gateway.page.PageView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Datasets, and what is made of them. Where an address takes a name, the id of the building job does, too. */
@Path("/v1/datasets")
@Tag(name = "Datasets", description = "Shapes with their programs, solids and points, and what is made of them")
@RunOnVirtualThread
public class DatasetResource {
    private final Datasets datasets;
    private final DatasetJobs jobs;

    DatasetResource(Datasets datasets, DatasetJobs jobs) {
        this.datasets = datasets;
        this.jobs = jobs;
    }

    @POST
    @Operation(
            operationId = "createDataset",
            summary = "Build a dataset",
            description = "views, conversations and export start further jobs that wait for this one. The name of a "
                    + "dataset that failed or was cancelled is free.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted; Location names the job that builds it",
            content = @Content(schema = @Schema(implementation = DatasetView.class)))
    public Response create(DatasetRequest request, @HeaderParam("Idempotency-Key") String key) {
        var accepted = jobs.create(request, key);
        var build = accepted.getFirst();
        var view = DatasetView.of(new Dataset(request.name(), build), accepted.subList(1, accepted.size()));
        return Accepted.response(build, view);
    }

    @GET
    @Operation(operationId = "listDatasets", summary = "List datasets, newest first")
    public PageView<DatasetView> list(@BeanParam PageRequest page) {
        return datasets.page(page, this::view);
    }

    @GET
    @Path("{name}")
    @Operation(operationId = "readDataset", summary = "Show a dataset")
    public DatasetView read(String name) {
        return view(datasets.get(name));
    }

    @POST
    @Path("{name}/views")
    @Operation(operationId = "renderViews", summary = "Render views of a dataset")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response render(String name, ViewsRequest request, @HeaderParam("Idempotency-Key") String key) {
        return accepted(jobs.render(usable(name), request, key));
    }

    @POST
    @Path("{name}/conversations")
    @Operation(operationId = "writeConversations", summary = "Write conversations about a dataset")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response converse(String name, ConversationsRequest request, @HeaderParam("Idempotency-Key") String key) {
        return accepted(jobs.converse(usable(name), request, key));
    }

    @POST
    @Path("{name}/export")
    @Operation(operationId = "exportDataset", summary = "Export a dataset as a zip folder")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response export(String name, ExportRequest request, @HeaderParam("Idempotency-Key") String key) {
        return accepted(jobs.export(usable(name), request, key));
    }

    private Dataset usable(String name) {
        var dataset = datasets.get(name);
        Dependencies.require(dataset.build(), "name", "dataset \"" + dataset.name() + "\"");
        return dataset;
    }

    private DatasetView view(Dataset dataset) {
        List<Job> additions = Additions.KINDS.stream()
                .flatMap(kind -> datasets.lastAddition(dataset, kind).stream())
                .toList();
        return DatasetView.of(dataset, additions);
    }

    private static Response accepted(Job job) {
        return Accepted.response(job, job);
    }
}
