package dev.cadwright.gateway.job;

import dev.cadwright.contracts.Job;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The answer to a request whose work has only begun. */
public final class Accepted {
    private static final int POLL_SECONDS = 1;

    private Accepted() {}

    /** 202, where to follow the job, and the resource as it is now. */
    public static Response response(Job job, Object resource) {
        return Response.accepted(resource)
                .location(URI.create("/v1/jobs/" + job.id()))
                .header("Retry-After", POLL_SECONDS)
                .build();
    }

    /** The same answer, saying when to look again. */
    static Response pollable(Response response) {
        return Response.fromResponse(response)
                .header("Retry-After", POLL_SECONDS)
                .build();
    }
}
