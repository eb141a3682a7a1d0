package dev.cadwright.gateway.artifact;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.artifacts.Sha256;
import dev.cadwright.gateway.problem.ProblemCode;
import dev.cadwright.gateway.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestQuery;

/** Serves artifacts by their digest: immutable, so cached for ever; in parts where a client asks for a range. */
@Path("/v1/artifacts/{sha256}")
@Tag(name = "Artifacts", description = "Immutable files, named by the SHA-256 of their content")
@RunOnVirtualThread
public class ArtifactResource {
    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    private final ArtifactStore store;

    ArtifactResource(ArtifactStore store) {
        this.store = store;
    }

    @GET
    @Operation(operationId = "readArtifact", summary = "Read an artifact, or a range of it")
    @APIResponse(
            responseCode = "200",
            description = "The whole artifact",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The bytes that Range asked for")
    @APIResponse(responseCode = "304", description = "The client has it already")
    @APIResponse(responseCode = "416", description = "No byte of the range exists")
    public Response read(
            @Parameter(description = "64 lower-case hexadecimal digits") String sha256,
            @Parameter(description = "A file name; decides the media type and names the download") @RestQuery
                    String name,
            @HeaderParam("Range") @Parameter(hidden = true) String range,
            @HeaderParam("If-Range") @Parameter(hidden = true) String ifRange,
            @HeaderParam("If-None-Match") @Parameter(hidden = true) String ifNoneMatch) {
        long size = size(sha256);
        var tag = '"' + sha256 + '"';
        if (EntityTags.matches(ifNoneMatch, tag)) {
            return describe(Response.notModified(), tag, name).build();
        }
        var wanted = ifRange == null || ifRange.strip().equals(tag) ? range : null;
        var response =
                switch (ByteRange.of(wanted, size)) {
                    case ByteRange.Whole() -> send(Response.ok(), sha256, name, new ByteRange.Part(0, size - 1));
                    case ByteRange.Part part ->
                        send(Response.status(206), sha256, name, part)
                                .header("Content-Range", "bytes %d-%d/%d".formatted(part.first(), part.last(), size));
                    case ByteRange.Unsatisfiable() ->
                        throw new ProblemException(
                                        ProblemCode.RANGE_NOT_SATISFIABLE, "The artifact has " + size + " bytes.")
                                .withHeader("Content-Range", "bytes */" + size);
                };
        return response.build();
    }

    @HEAD
    @Operation(operationId = "describeArtifact", summary = "An artifact's size and headers")
    @APIResponse(responseCode = "200", description = "It exists")
    public Response describe(String sha256, @RestQuery String name) {
        return describe(Response.ok(), '"' + sha256 + '"', name)
                .header(HttpHeaders.CONTENT_LENGTH, size(sha256))
                .build();
    }

    private long size(String sha256) {
        if (Sha256.isValid(sha256)) {
            var size = store.size(sha256);
            if (size.isPresent()) {
                return size.getAsLong();
            }
        }
        throw new ProblemException(ProblemCode.NOT_FOUND, "There is no artifact of that digest.");
    }

    private Response.ResponseBuilder send(
            Response.ResponseBuilder response, String sha256, String name, ByteRange.Part part) {
        var local = store.localPath(sha256);
        Object body = local.isPresent() && part.length() > 0
                ? new PathPart(local.get(), part.first(), part.length())
                : (StreamingOutput) output -> copy(sha256, part, output);
        return describe(response, '"' + sha256 + '"', name)
                .header(HttpHeaders.CONTENT_LENGTH, part.length())
                .entity(body);
    }

    private void copy(String sha256, ByteRange.Part part, OutputStream output) throws IOException {
        try (var input = store.open(sha256, part.first(), part.length())) {
            input.transferTo(output);
        }
    }

    private static Response.ResponseBuilder describe(Response.ResponseBuilder response, String tag, String name) {
        var type = MediaTypes.ofName(name);
        response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff")
                // A stored page is content, not part of this origin: it runs in an origin of its own.
                .header("Content-Security-Policy", "sandbox allow-scripts allow-downloads")
                .type(type);
        if (name != null && !name.isBlank()) {
            response.header(HttpHeaders.CONTENT_DISPOSITION, Disposition.inline(name));
        }
        return response;
    }
}
