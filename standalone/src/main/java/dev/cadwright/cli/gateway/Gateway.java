package dev.cadwright.cli.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.contracts.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The REST API of the gateway, as the commands need it. Safe for use by several threads. */
public final class Gateway implements AutoCloseable {
    private static final ObjectMapper JSON = ContractJson.mapper();
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final Duration TRANSFER_LIMIT = Duration.ofHours(1);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final URI base;
    private final Optional<String> key;
    private final Duration patience;
    private final HttpClient client;

    public Gateway(URI base, Optional<String> key) {
        this(
                base,
                key,
                Duration.ZERO,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build());
    }

    private Gateway(URI base, Optional<String> key, Duration patience, HttpClient client) {
        this.base = base;
        this.key = key;
        this.patience = patience;
        this.client = client;
    }

    /**
     * The same gateway, asked again for so long while it cannot be reached or fails. A request that starts something
     * carries a key by which the gateway knows it again, so that it starts once.
     */
    public Gateway patient(Duration limit) {
        return new Gateway(base, key, limit, client);
    }

    /**
     * @throws CommandFailure when the gateway cannot be reached or refuses, with its own words
     */
    public JsonNode get(String path) {
        return exchange(request(path).GET().timeout(ANSWER_LIMIT).build());
    }

    /** As {@link #get}; the body is JSON. */
    public JsonNode post(String path, JsonNode body) {
        return exchange(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .timeout(ANSWER_LIMIT)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** Sends a file as it is to a path that takes one, and returns the gateway's answer. */
    public JsonNode upload(String path, Path file) throws IOException {
        return exchange(request(path)
                .header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .timeout(TRANSFER_LIMIT)
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build());
    }

    /** Reads an artifact into a file, which appears whole or not at all. */
    public void download(String path, Path target) throws IOException {
        HttpResponse<InputStream> response =
                send(request(path).GET().timeout(TRANSFER_LIMIT).build());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw refusal(response.statusCode(), body.readAllBytes());
            }
            Path folder = target.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, ".download-", ".part");
            try {
                Files.copy(body, temporary, StandardCopyOption.REPLACE_EXISTING);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }

    /**
     * Opens a stream of server-sent events behind the one with the given id.
     *
     * @param after 0 for all
     * @throws IOException when the connection fails: it may be tried again
     * @throws CommandFailure when the gateway refuses
     */
    EventStream events(String path, long after) throws IOException {
        HttpRequest.Builder request = request(path).header("Accept", "text/event-stream");
        if (after > 0) {
            request.header("Last-Event-ID", Long.toString(after));
        }
        HttpResponse<InputStream> response = send(request.GET().build());
        if (response.statusCode() >= 500) {
            response.body().close();
            throw new IOException("status " + response.statusCode());
        }
        if (response.statusCode() != 200) {
            try (InputStream body = response.body()) {
                throw refusal(response.statusCode(), body.readAllBytes());
            }
        }
        return new EventStream(response.body());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    private JsonNode exchange(HttpRequest request) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return exchangeOnce(request);
            } catch (CommandFailure e) {
                if (e.exitCode() != ExitCode.UNAVAILABLE || System.nanoTime() >= deadline) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private JsonNode exchangeOnce(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = send(request);
            try (InputStream body = response.body()) {
                byte[] bytes = body.readAllBytes();
                if (response.statusCode() / 100 != 2) {
                    throw refusal(response.statusCode(), bytes);
                }
                return bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
            }
        } catch (JsonProcessingException e) {
            throw CommandFailure.unavailable(
                    "What answers at " + base + " is not the gateway: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    CommandFailure unreachable(IOException cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return CommandFailure.unavailable(
                "The gateway cannot be reached at %s (%s). Start the suite: ./cadwright up".formatted(base, reason));
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** A 5xx is the gateway's failure, anything else the request's. */
    private static CommandFailure refusal(int status, byte[] body) {
        String message = detail(body).orElse("status " + status);
        return status >= 500
                ? CommandFailure.unavailable("The gateway failed: " + message)
                : CommandFailure.usage("The gateway refused: " + message);
    }

    /** From a problem (RFC 9457), or from an error in the form of OpenAI. */
    private static Optional<String> detail(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            for (String pointer : new String[] {"/detail", "/error/message", "/title"}) {
                if (json.at(pointer).isTextual()) {
                    return Optional.of(json.at(pointer).textValue());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // a proxy's page, for example: the status says more
        }
    }
}
