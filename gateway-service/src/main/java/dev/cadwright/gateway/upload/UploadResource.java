package dev.cadwright.gateway.upload;

import dev.cadwright.gateway.caller.CallerContext;
import dev.cadwright.gateway.idempotency.Replays;
import dev.cadwright.gateway.page.Cursor;
import dev.cadwright.gateway.page.PageRequest;
import dev.cadwright.gateway.page.PageView;
import dev.cadwright.gateway.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Receives files and folders for datasets to be built from. */
@Path("/v1/uploads")
@Tag(name = "Uploads", description = "Files and zip folders that clients send")
@RunOnVirtualThread
public class UploadResource {
    private static final int LONGEST_NAME = 255;

    private final CallerContext context;
    private final Receiver receiver;
    private final Uploads uploads;
    private final Replays replays;

    UploadResource(CallerContext context, Receiver receiver, Uploads uploads, Replays replays) {
        this.context = context;
        this.receiver = receiver;
        this.uploads = uploads;
        this.replays = replays;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "createUpload",
            summary = "Send a file, or a folder as a zip",
            description = "The body is the file itself: curl --data-binary @shapes.zip '…/v1/uploads?name=shapes.zip'")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "Stored",
            content = @Content(schema = @Schema(implementation = UploadView.class)))
    public Response create(
            @Parameter(description = "The file's name", required = true) @RestQuery String name,
            @HeaderParam("Content-Length") @Parameter(hidden = true) Long announced,
            @HeaderParam("Content-Type") @Parameter(hidden = true) String contentType,
            @HeaderParam("Idempotency-Key") String key,
            InputStream body)
            throws IOException {
        checkName(name);
        if (contentType != null && contentType.startsWith("multipart/")) {
            throw ProblemException.invalid(
                    "Content-Type",
                    "wrong_form",
                    "A form was sent.",
                    "Send the file itself as the body: curl --data-binary @shapes.zip '…/v1/uploads?name=shapes.zip'");
        }
        return receiver.receive(body, announced == null ? 0 : announced, file -> keep(file, name, key));
    }

    @GET
    @Operation(operationId = "listUploads", summary = "List uploads, newest first")
    public PageView<UploadView> list(@BeanParam PageRequest page) {
        int limit = page.size();
        var rows = uploads.page(context.caller(), Cursor.decode(page.cursor), limit + 1);
        return Cursor.page(rows, limit, upload -> upload.id, upload -> Optional.of(UploadView.of(upload)));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readUpload", summary = "Show an upload")
    public UploadView read(UUID id) {
        return uploads.find(context.caller(), id)
                .map(UploadView::of)
                .orElseThrow(() -> ProblemException.notFound("There is no upload " + id + "."));
    }

    private Response keep(ReceivedFile file, String name, String key) throws IOException {
        if (file.size() == 0) {
            throw ProblemException.invalid("", "required", "The body is empty.", "Send the file as the body.");
        }
        return replays.once(context.caller(), key, "POST /v1/uploads " + name + " " + file.sha256(), () -> {
            var view = UploadView.of(uploads.keep(context.caller(), file, name));
            return new Replays.Answer(201, "/v1/uploads/" + view.id(), view);
        });
    }

    private static void checkName(String name) {
        if (name == null || name.isBlank()) {
            throw ProblemException.invalid(
                    "name", "required", "The upload has no name.", "Add ?name=shapes.zip to the address.");
        }
        if (name.length() > LONGEST_NAME
                || name.contains("/")
                || EntryName.fault(name).isPresent()) {
            throw ProblemException.invalid("name", "wrong_form", "The name is not that of a file.", null);
        }
    }
}
