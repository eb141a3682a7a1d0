package dev.cadwright.gateway.model;

import dev.cadwright.gateway.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Models that can be trained further and generated with, in the form of OpenAI's API. */
@Path("/v1/models")
@Tag(name = "Models", description = "Built-in models, those made by fine-tuning, and those pulled from a hub")
@RunOnVirtualThread
public class ModelResource {
    private final Models models;

    ModelResource(Models models) {
        this.models = models;
    }

    @GET
    @Operation(operationId = "listModels", summary = "List models")
    public ModelList list() {
        return new ModelList("list", models.list());
    }

    /** What OpenAI's API says of a model that is gone. */
    @Schema(name = "DeletedModel")
    public record Deleted(
            String id, @Schema(examples = "model") String object, boolean deleted) {}

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteModel",
            summary = "Forget a model",
            description = "Refused with 409 while a job uses the model or an adapter builds on it.")
    public Deleted delete(String id) {
        models.delete(id);
        return new Deleted(id, "model", true);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readModel", summary = "Show a model")
    public ModelView read(String id) {
        return models.view(id)
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no model \"%s\". GET /v1/models lists them.".formatted(id)));
    }
}
