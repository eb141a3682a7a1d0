package dev.cadwright.gateway.download;

import dev.cadwright.gateway.job.Accepted;
import dev.cadwright.gateway.page.PageRequest;
import dev.cadwright.gateway.page.PageView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Models on their way here from a hub; they are cancelled and retried as jobs. */
@Path("/v1/models/downloads")
@Tag(name = "Models")
@RunOnVirtualThread
public class DownloadResource {
    private final Downloads downloads;

    DownloadResource(Downloads downloads) {
        this.downloads = downloads;
    }

    @POST
    @Operation(
            operationId = "createModelDownload",
            summary = "Pull a model from the hub",
            description =
                    "Once it has succeeded, the model is one of /v1/models. Cancel it with POST /v1/jobs/{id}/cancel; what came is kept, and a retry fetches the rest.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = DownloadView.class)))
    public Response create(DownloadRequest request, @HeaderParam("Idempotency-Key") String key) {
        var job = downloads.start(request, key);
        return Accepted.response(job, DownloadView.of(job, Optional.empty()));
    }

    @GET
    @Operation(operationId = "listModelDownloads", summary = "List downloads of models, newest first")
    public PageView<DownloadView> list(@BeanParam PageRequest page) {
        return downloads.list(page);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readModelDownload", summary = "Show how far a download is, file by file")
    public DownloadView read(UUID id) {
        return downloads.read(id);
    }
}
