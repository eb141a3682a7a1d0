package dev.cadwright.service.dataset.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cadwright.artifacts.ArtifactException;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.jobs.JobException;
import dev.cadwright.jobs.JobInputs;
import dev.cadwright.kernel.KernelException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Executes one program for a request that waits: the gateway's short way, beside the job. 200 with the record whatever
 * became of the program; else a {@code code} and a {@code message}: 400 for what is no such request, 404 for an artifact
 * that is not there, 413 for a program too large, 429 where too many wait, 503 where there is no kernel or no turn came,
 * 504 where a program overran.
 */
@Path("/internal/programs/execute")
public class ExecuteResource {
    private static final Logger LOG = Logger.getLogger(ExecuteResource.class);

    /** What is answered when nothing was executed. */
    record Refusal(String code, String message) {}

    private final ProgramQueue queue;
    private final ProgramExecutor executor;
    private final ProgramSettings settings;
    private final ArtifactStore artifacts;

    ExecuteResource(ProgramQueue queue, ProgramExecutor executor, ProgramSettings settings, ArtifactStore artifacts) {
        this.queue = queue;
        this.executor = executor;
        this.settings = settings;
        this.artifacts = artifacts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response execute(byte[] body) {
        try {
            ExecuteRequest request = JobInputs.read(ContractJson.mapper().readTree(body), ExecuteRequest.class);
            ExecutionOptions options =
                    ExecutionOptions.of(request.export(), request.timeout(), request.memory(), settings);
            return answer(
                    200,
                    queue.run(() -> execute(request, options), options.budget().time()));
        } catch (JobException e) {
            return refusal(400, e.error().code(), e.error().message());
        } catch (IOException e) {
            return refusal(400, "invalid_input", "the body is not JSON");
        } catch (IllegalArgumentException e) {
            return refusal(400, "invalid_input", e.getMessage());
        } catch (RejectedExecutionException e) {
            return refusal(429, "busy", "too many programs wait to be executed");
        } catch (TimeoutException e) {
            return refusal(503, "busy", "no kernel was free in time");
        } catch (ProgramQueue.Overrun e) {
            return refusal(504, "timed_out", "the program did not end in its time");
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refusal(503, "stopping", "the service stops");
        }
    }

    private ProgramRecord execute(ExecuteRequest request, ExecutionOptions options) throws IOException {
        int most = (int) Math.min(Integer.MAX_VALUE - 8, settings.text().asLongValue());
        return executor.execute(request.name(), request.input(artifacts, most), options, artifacts);
    }

    private static Response failed(Throwable cause) {
        return switch (cause) {
            case IllegalArgumentException e -> refusal(400, "invalid_input", e.getMessage());
            // What the kernel and the store say of themselves names files of this machine: that is for the log.
            case KernelException e -> {
                LOG.warnf(e, "No kernel: %s", e.getMessage());
                yield refusal(503, "kernel_unavailable", "there is no usable kernel");
            }
            case ArtifactException e -> {
                LOG.infof("An artifact cannot be executed: %s", e.getMessage());
                yield refusal(status(e.code()), e.code().word(), message(e.code()));
            }
            default -> {
                LOG.error("Executing a program failed", cause);
                yield refusal(500, "internal", "the log has the cause");
            }
        };
    }

    private static int status(ArtifactException.Code code) {
        return switch (code) {
            case ARTIFACT_MISSING, INVALID_DIGEST -> 404;
            case ARTIFACT_TOO_LARGE -> 413;
            case ARTIFACT_CORRUPT, INVALID_RANGE, STORAGE_FAILED -> 500;
            case STORAGE_FULL -> 503;
        };
    }

    private static String message(ArtifactException.Code code) {
        return switch (code) {
            case ARTIFACT_MISSING -> "there is no such artifact";
            case INVALID_DIGEST -> "an artifact is named by its SHA-256";
            case ARTIFACT_TOO_LARGE -> "the artifact is too large for a program";
            case ARTIFACT_CORRUPT -> "the artifact is damaged";
            case INVALID_RANGE, STORAGE_FAILED -> "the artifact store failed";
            case STORAGE_FULL -> "the artifact store has no room left";
        };
    }

    private static Response refusal(int status, String code, String message) {
        return answer(status, new Refusal(code, message));
    }

    private static Response answer(int status, Object entity) {
        try {
            return Response.status(status)
                    .entity(ContractJson.mapper().writeValueAsBytes(entity))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record always writes", e);
        }
    }
}
