package dev.cadwright.gateway.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.gateway.GatewaySettings;
import dev.cadwright.gateway.caller.CallerContext;
import dev.cadwright.gateway.problem.ProblemException;
import dev.cadwright.jobs.quarkus.JobFeed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Follows a job's events: those so far, out of the database, then those to come, until the final one. */
@Path("/v1/jobs/{id}/events")
@Tag(name = "Jobs")
public class JobEventResource {
    private final Jobs jobs;
    private final JobFeed feed;
    private final CallerContext context;
    private final Duration silence;

    JobEventResource(Jobs jobs, JobFeed feed, CallerContext context, GatewaySettings settings) {
        this.jobs = jobs;
        this.feed = feed;
        this.context = context;
        this.silence = settings.silence();
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Operation(
            operationId = "followJob",
            summary = "Follow a job's events",
            description = "Server-sent events: id is the event's seq, event its type, data the event. With "
                    + "Last-Event-ID the stream goes on after that seq. A comment is sent every 15 seconds, and the "
                    + "stream ends after the job's final event.")
    @APIResponse(
            responseCode = "200",
            description = "The events",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = JobEvent.class)))
    public Multi<OutboundSseEvent> follow(
            UUID id,
            @HeaderParam("Last-Event-ID") @Parameter(description = "The last seq that was seen") String lastEventId,
            @Context Sse sse) {
        long after = sequence(lastEventId);
        jobs.get(id);
        var events = feed.follow(context.caller().tenant(), id, after).map(event -> toSse(sse, event));
        var comments = Multi.createFrom()
                .ticks()
                .startingAfter(silence)
                .every(silence)
                .onOverflow()
                .drop()
                .map(_ -> sse.newEventBuilder().comment("still here").build());
        return Endings.mergeUntilFirstEnds(events, comments);
    }

    private static OutboundSseEvent toSse(Sse sse, JobEvent event) {
        try {
            return sse.newEventBuilder()
                    .id(Long.toString(event.seq()))
                    .name(event.change().word())
                    .data(String.class, ContractJson.mapper().writeValueAsString(event))
                    .build();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long sequence(String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return 0;
        }
        try {
            return Math.max(0, Long.parseLong(lastEventId.strip()));
        } catch (NumberFormatException _) {
            throw ProblemException.invalid(
                    "Last-Event-ID", "wrong_form", "The last event id is not a number.", "Leave it off to see all.");
        }
    }
}
