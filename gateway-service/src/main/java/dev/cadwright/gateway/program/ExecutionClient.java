package dev.cadwright.gateway.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.gateway.GatewaySettings;
import dev.cadwright.gateway.caller.CallerContext;
import dev.cadwright.gateway.problem.ProblemCode;
import dev.cadwright.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Asks the dataset service to execute one program, and waits for the answer: never longer than is set. */
@ApplicationScoped
class ExecutionClient {
    private static final Logger LOG = Logger.getLogger(ExecutionClient.class);
    private static final ObjectMapper JSON = ContractJson.mapper();
    private static final Duration OUTAGE = Duration.ofSeconds(5);
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final GatewaySettings.Programs settings;
    private final URI route;
    private final CallerContext context;
    private final Semaphore waiting;
    private final HttpClient http;

    ExecutionClient(GatewaySettings settings, CallerContext context) {
        this.settings = settings.programs();
        this.route = this.settings.url().resolve("/internal/programs/execute");
        this.context = context;
        this.waiting = new Semaphore(this.settings.concurrent());
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(this.settings.connect())
                .build();
    }

    /**
     * @throws ProblemException if the service is away, has too much to do, refuses the request or does not answer in
     *     time
     */
    ExecutionView execute(ExecutionCommand command) {
        if (!waiting.tryAcquire()) {
            throw busy();
        }
        try {
            return read(send(command));
        } catch (HttpConnectTimeoutException e) {
            throw unreachable(e);
        } catch (HttpTimeoutException e) {
            throw timedOut(e);
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("The gateway is shutting down.");
        } finally {
            waiting.release();
        }
    }

    private HttpResponse<byte[]> send(ExecutionCommand command) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(route)
                .header("Content-Type", "application/json")
                .header("traceparent", "00-" + context.traceId() + "-0000000000000001-01")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(command)))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            // The request's own time limit would end with the headers.
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no answer within " + settings.timeout());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static ExecutionView read(HttpResponse<byte[]> response) throws IOException {
        return switch (response.statusCode()) {
            case 200 -> JSON.readValue(response.body(), ExecutionView.class);
            case 400, 404, 413 -> throw refused(response);
            case 429 -> throw busy();
            case 503 -> throw unavailable(reason(response));
            case 504 ->
                throw new ProblemException(ProblemCode.TIMED_OUT, "The program did not end in its time.")
                        .retryAfter(OUTAGE);
            default -> {
                LOG.errorf(
                        "The dataset service answered %d: %s",
                        response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
                throw new ProblemException(ProblemCode.INTERNAL, "The service that executes programs failed.");
            }
        };
    }

    private static ProblemException refused(HttpResponse<byte[]> response) {
        return ProblemException.invalid("", "invalid_value", message(response), null);
    }

    /** In words of its own: what a service says of itself is not for clients. */
    private static String reason(HttpResponse<byte[]> response) {
        LOG.warnf("The dataset service executes nothing: %s", message(response));
        return switch (text(response, "code")) {
            case "kernel_unavailable" -> "The service that executes programs has no usable kernel.";
            case "busy" -> "No kernel was free in time.";
            case "storage_full" -> "The artifact store has no room left.";
            default -> "The service that executes programs is not available.";
        };
    }

    private static String message(HttpResponse<byte[]> response) {
        String message = text(response, "message");
        return message.isEmpty() ? "The service that executes programs refused." : message;
    }

    private static String text(HttpResponse<byte[]> response, String field) {
        try {
            return JSON.readTree(response.body()).path(field).asText("");
        } catch (JsonProcessingException e) {
            return "";
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory always read", e);
        }
    }

    private static ProblemException busy() {
        return new ProblemException(ProblemCode.BUSY, "Too many programs are waiting to be executed.").retryAfter(BUSY);
    }

    private static ProblemException timedOut(HttpTimeoutException e) {
        LOG.warnf("The dataset service did not answer: %s", e.getMessage());
        return new ProblemException(ProblemCode.TIMED_OUT, "The service that executes programs did not answer in time.")
                .retryAfter(OUTAGE);
    }

    private static ProblemException unreachable(IOException e) {
        LOG.warnf("The dataset service cannot be reached: %s", e.getMessage());
        return unavailable("The service that executes programs cannot be reached.");
    }

    private static ProblemException unavailable(String message) {
        return new ProblemException(ProblemCode.UNAVAILABLE, message).retryAfter(OUTAGE);
    }
}
