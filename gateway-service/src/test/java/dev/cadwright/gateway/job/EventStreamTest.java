package dev.cadwright.gateway.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.gateway.Api;
import dev.cadwright.gateway.GatewayTest;
import dev.cadwright.gateway.Services;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@GatewayTest
class EventStreamTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @Inject
    Services services;

    @TestHTTPResource("/")
    URI base;

    @Test
    void replaysFollowsAndEndsWithTheFinalEvent() throws Exception {
        // Given
        var job = Api.dataset(Api.name("sse"));
        services.start(job);
        var lines = new CopyOnWriteArrayList<String>();
        var done = http.sendAsync(request(job, null), HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(lines)));
        Awaitility.await().until(() -> ids(lines).size() == 2);
        // When
        services.progress(job, 1, 2, Map.of());
        Awaitility.await().until(() -> ids(lines).size() == 3);
        services.succeed(job, "{}");
        // Then the stream ends by itself
        done.get(10, TimeUnit.SECONDS);
        assertThat(ids(lines)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(lines).allMatch(line -> line.matches("(id|event|data)?:.*|"));
        assertThat(lines).contains("event:queued", "event:started", "event:progress", "event:succeeded");
        var data = lines.stream().filter(line -> line.startsWith("data:")).toList();
        var last = ContractJson.mapper().readValue(data.getLast().substring(5), JobEvent.class);
        assertThat(last.jobId()).isEqualTo(job);
        assertThat(last.seq()).isEqualTo(4);
    }

    @Test
    void goesOnAfterTheLastEventSeen() throws Exception {
        var job = Api.dataset(Api.name("resume"));
        services.start(job);
        services.progress(job, 1, 2, Map.of());
        services.succeed(job, "{}");
        assertThat(ids(read(job, "2"))).containsExactly(3L, 4L);
        assertThat(ids(read(job, "4"))).isEmpty();
        assertThat(ids(read(job, "400"))).isEmpty();
    }

    @Test
    void commentsShowThatASilentStreamLives() throws Exception {
        var job = Api.dataset(Api.name("silent"));
        var lines = new CopyOnWriteArrayList<String>();
        var done = http.sendAsync(request(job, null), HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(lines)));
        Awaitility.await()
                .until(() -> lines.stream().filter(line -> line.startsWith(":")).count() >= 2);
        services.succeed(job, "{}");
        done.get(10, TimeUnit.SECONDS);
        assertThat(ids(lines)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aRetryIsPartOfTheStory() throws Exception {
        var job = Api.dataset(Api.name("retry"));
        services.fail(job, "invalid_input", "no");
        Api.post("/v1/jobs/%s/retry".formatted(job), "").statusCode(202);
        services.succeed(job, "{}");
        var lines = read(job, null);
        assertThat(ids(lines)).isEqualTo(List.of(1L, 2L, 3L, 4L, 5L));
        assertThat(lines).contains("event:failed", "event:succeeded");
    }

    @Test
    void aJobThatIsNotThereIsAProblem() {
        Api.get("/v1/jobs/%s/events".formatted(UUID.randomUUID()))
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void aClientThatGoesAwayIsForgotten() throws Exception {
        var job = Api.dataset(Api.name("gone"));
        var lines = new CopyOnWriteArrayList<String>();
        try (var leaving = HttpClient.newHttpClient()) {
            leaving.sendAsync(request(job, null), HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(lines)));
            Awaitility.await().until(() -> ids(lines).size() == 1);
            leaving.shutdownNow();
        }
        services.succeed(job, "{}");
        assertThat(ids(read(job, null))).containsExactly(1L, 2L, 3L);
    }

    private List<String> read(UUID job, String lastEventId) throws IOException, InterruptedException {
        var response = http.send(request(job, lastEventId), HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body().toList();
    }

    private HttpRequest request(UUID job, String lastEventId) {
        var request = HttpRequest.newBuilder(base.resolve("/v1/jobs/%s/events".formatted(job)))
                .header("Accept", "text/event-stream")
                .timeout(Duration.ofSeconds(20));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return request.build();
    }

    private static List<Long> ids(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .map(line -> Long.valueOf(line.substring(3).strip()))
                .toList();
    }
}
