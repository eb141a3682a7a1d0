package dev.cadwright.gateway.page;

import dev.cadwright.gateway.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which part of a list is wanted. */
public class PageRequest {
    private static final int DEFAULT_LIMIT = 20;
    private static final int LARGEST_LIMIT = 100;

    @RestQuery
    @Parameter(
            description = "The most items to return",
            schema = @Schema(minimum = "1", maximum = "100", defaultValue = "20"))
    public Integer limit;

    @RestQuery
    @Parameter(description = "\"next\" of the page before")
    public String cursor;

    /** The limit, or the default. */
    public int size() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw ProblemException.invalid(
                    "limit", "out_of_range", "The limit is between 1 and " + LARGEST_LIMIT + ".", null);
        }
        return limit;
    }
}
