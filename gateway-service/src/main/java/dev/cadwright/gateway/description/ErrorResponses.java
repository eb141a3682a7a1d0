package dev.cadwright.gateway.description;

import dev.cadwright.gateway.problem.OpenAiError;
import dev.cadwright.gateway.problem.OpenAiRoutes;
import dev.cadwright.gateway.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says of every operation what its errors look like. */
@OpenApiFilter
public class ErrorResponses implements OASFilter {
    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public void filterOpenAPI(OpenAPI description) {
        description.getPaths().getPathItems().forEach(ErrorResponses::describe);
    }

    private static void describe(String path, PathItem item) {
        var response = OpenAiRoutes.contains(path)
                ? error(OpenAiError.class, MediaType.APPLICATION_JSON)
                : error(Problem.class, Problem.MEDIA_TYPE);
        item.getOperations()
                .values()
                .forEach(operation -> operation.getResponses().setDefaultValue(response));
    }

    private static APIResponse error(Class<?> body, String mediaType) {
        var schema = OASFactory.createSchema().ref(REFERENCE + body.getSimpleName());
        var content = OASFactory.createContent()
                .addMediaType(mediaType, OASFactory.createMediaType().schema(schema));
        return OASFactory.createAPIResponse().description("What went wrong").content(content);
    }
}
