package dev.cadwright.gateway.page;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which part of a list is wanted. */
public class PageRequest {
    private static final int USUAL = 20;

    @RestQuery
    @Parameter(
            description = "The most items to return",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    public String limit;

    @RestQuery
    @Parameter(description = "\"next\" of the page before")
    public String cursor;

    /** The limit, or the default. */
    public int size() {
        return Parameters.limit(limit, USUAL);
    }
}
