package dev.cadwright.gateway.job;

import dev.cadwright.cad.NearestName;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobState;
import dev.cadwright.gateway.caller.CallerContext;
import dev.cadwright.gateway.idempotency.Replays;
import dev.cadwright.gateway.kind.Kind;
import dev.cadwright.gateway.page.PageRequest;
import dev.cadwright.gateway.page.PageView;
import dev.cadwright.gateway.page.Parameters;
import dev.cadwright.gateway.problem.ProblemException;
import dev.cadwright.gateway.request.Binder;
import dev.cadwright.jobs.gateway.JobFilter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Every piece of long work, whichever route started it. */
@Path("/v1/jobs")
@Tag(name = "Jobs", description = "Every piece of long work, whichever route started it")
@RunOnVirtualThread
public class JobResource {
    private static final String UNASKED = "requested by the client";

    private final Jobs jobs;
    private final Submissions submissions;
    private final Binder binder;
    private final Replays replays;
    private final CallerContext context;

    JobResource(Jobs jobs, Submissions submissions, Binder binder, Replays replays, CallerContext context) {
        this.jobs = jobs;
        this.binder = binder;
        this.replays = replays;
        this.context = context;
        this.submissions = submissions;
    }

    @GET
    @Operation(operationId = "listJobs", summary = "List jobs, newest first")
    public PageView<Job> list(
            @BeanParam PageRequest page,
            @Parameter(description = "Only these kinds") @RestQuery List<String> kind,
            @Parameter(description = "Only in this state", schema = @Schema(implementation = JobState.class)) @RestQuery
                    String state,
            @Parameter(description = "Only with these labels, each as name=value") @RestQuery List<String> label) {
        kind.forEach(JobResource::kind);
        var filter = new JobFilter(
                new LinkedHashSet<>(kind),
                Optional.ofNullable(Parameters.choice("state", state, JobState.class)),
                labels(label));
        return jobs.list(filter, page, job -> job);
    }

    @POST
    @Operation(operationId = "createJob", summary = "Start a job of any kind")
    @APIResponse(
            responseCode = "202",
            description = "Accepted; Location names the job",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response create(JobRequest request, @HeaderParam("Idempotency-Key") String key) {
        var labels = request.labels() == null ? Map.<String, String>of() : request.labels();
        var kind = kind(request.kind());
        check(request, kind);
        var draft = new Draft(submissions.newId(), kind, request.input(), labels);
        var job = submissions
                .submit(List.of(draft), request, submissions.key(key, "POST /v1/jobs", request))
                .getFirst();
        return Accepted.response(job, job);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readJob", summary = "Show a job")
    public Job read(UUID id) {
        return jobs.get(id);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(
            operationId = "cancelJob",
            summary = "Cancel a job",
            description =
                    "Durable once answered. A job that runs ends shortly after; one that has ended stays as it is.")
    @APIResponse(
            responseCode = "202",
            description = "The job as it is now",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response cancel(UUID id, CancelRequest request, @HeaderParam("Idempotency-Key") String key)
            throws IOException {
        var reason = request == null || request.reason() == null ? UNASKED : request.reason();
        return once(key, "cancel %s %s".formatted(id, reason), () -> jobs.cancel(id, reason));
    }

    @POST
    @Path("{id}/retry")
    @Operation(
            operationId = "retryJob",
            summary = "Run a failed or cancelled job again",
            description = "Units that had succeeded keep their results, and checkpoints are used.")
    @APIResponse(
            responseCode = "202",
            description = "The job, in a new round",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response retry(UUID id, @HeaderParam("Idempotency-Key") String key) throws IOException {
        return once(key, "retry " + id, () -> jobs.retry(id));
    }

    private Response once(String key, String request, Supplier<Job> change) throws IOException {
        var response = replays.once(context.caller(), key, request, () -> {
            var job = change.get();
            return new Replays.Answer(202, "/v1/jobs/" + job.id(), job);
        });
        return Accepted.pollable(response);
    }

    private void check(JobRequest request, Kind kind) {
        try {
            binder.check(request.input(), kind.input());
        } catch (ProblemException faulty) {
            throw faulty.within("/input");
        }
    }

    private static Kind kind(String name) {
        return Kind.of(name)
                .orElseThrow(() -> ProblemException.invalid(
                        "/kind",
                        "unknown_value",
                        "\"%s\" is not a kind of job.".formatted(name),
                        NearestName.of(name, Kind.names())
                                .map("Did you mean %s?"::formatted)
                                .orElse("The kinds are " + String.join(", ", Kind.names()) + ".")));
    }

    private static Map<String, String> labels(List<String> texts) {
        var labels = new LinkedHashMap<String, String>();
        for (var text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw ProblemException.invalid("label", "wrong_form", "A label is written name=value.", null);
            }
            labels.put(text.substring(0, equals), text.substring(equals + 1));
        }
        return labels;
    }
}
