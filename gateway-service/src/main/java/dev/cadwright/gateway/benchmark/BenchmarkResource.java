package dev.cadwright.gateway.benchmark;

import dev.cadwright.gateway.job.Accepted;
import dev.cadwright.gateway.job.Jobs;
import dev.cadwright.gateway.kind.Kind;
import dev.cadwright.gateway.page.PageRequest;
import dev.cadwright.gateway.page.PageView;
import dev.cadwright.jobs.gateway.JobFilter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Measurements of what models have written. */
@Path("/v1/benchmarks")
@Tag(name = "Benchmarks", description = "Measurements of what models have written")
@RunOnVirtualThread
public class BenchmarkResource {
    private final Benchmarks benchmarks;
    private final Jobs jobs;

    BenchmarkResource(Benchmarks benchmarks, Jobs jobs) {
        this.benchmarks = benchmarks;
        this.jobs = jobs;
    }

    @POST
    @Operation(
            operationId = "createBenchmark",
            summary = "Execute and score what generations have written",
            description = "The generations may still run; the job then waits for them. The loss histories of the "
                    + "models' trainings become part of the report.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = BenchmarkView.class)))
    public Response create(BenchmarkRequest request, @HeaderParam("Idempotency-Key") String key) {
        var job = benchmarks.start(request, key);
        return Accepted.response(job, BenchmarkView.of(job));
    }

    @GET
    @Operation(operationId = "listBenchmarks", summary = "List benchmarks, newest first")
    public PageView<BenchmarkView> list(@BeanParam PageRequest page) {
        return jobs.list(JobFilter.ofKind(Kind.BENCHMARK_RUN.wire()), page, BenchmarkView::of);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readBenchmark", summary = "Show a benchmark")
    public BenchmarkView read(UUID id) {
        return BenchmarkView.of(jobs.get(id, Kind.BENCHMARK_RUN.wire(), "benchmark"));
    }
}
