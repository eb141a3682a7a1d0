package dev.cadwright.gateway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.cadwright.contracts.JobState;
import dev.cadwright.gateway.Api;
import dev.cadwright.gateway.GatewayTest;
import dev.cadwright.gateway.Services;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@GatewayTest
class PipelineTest {
    private static final String OTHER = "cd".repeat(32);

    @Inject
    Services services;

    @Test
    void fromDatasetToReportEachJobWaitsForWhatItNeeds() {
        // Given everything, posted at once
        var dataset = Api.name("d");
        var build = Api.dataset(dataset);
        var suffix = Api.name("m");
        var training = id(Api.post("/v1/fine_tuning/jobs", """
                {"model": "cadwright-nano", "training_file": "%s", "suffix": "%s"}
                """.formatted(dataset, suffix))
                .statusCode(202)
                .extract()
                .path("id"));
        var base = generate("cadwright-nano", dataset);
        var tuned = generate("cadwright-nano-" + suffix, dataset);
        var benchmark = id(Api.post("/v1/benchmarks", """
                {"dataset": "%s", "split": "test", "entries": [{"name": "base", "generation": "%s"},
                 {"name": "tuned", "job": "%s"}], "protocols": ["strict-v1", "cadrille-2025"], "baseline": true}
                """.formatted(dataset, base, tuned))
                .statusCode(202)
                .body("state", is("WAITING"))
                .extract()
                .path("id"));
        // When
        services.succeed(build, "{\"manifest\": \"%s\"}".formatted(Api.SHA));
        assertThat(services.job(tuned).state()).isEqualTo(JobState.WAITING);
        services.succeed(base, "{\"predictions\": \"%s\", \"counts\": {\"ok\": 3}}".formatted(OTHER));
        services.succeed(
                training, "{\"model\": {\"name\": \"m\", \"files\": {}}, \"history\": \"%s\"}".formatted(Api.SHA));
        assertThat(services.job(benchmark).state()).isEqualTo(JobState.WAITING);
        services.succeed(tuned, "{\"predictions\": \"%s\"}".formatted(Api.SHA));
        assertThat(services.job(benchmark).state()).isEqualTo(JobState.QUEUED);
        services.succeed(benchmark, """
                {"report": {"json": "%1$s", "markdown": "%1$s", "html": "%1$s"},
                 "summary": [{"name": "base", "protocol": "strict-v1", "meanIou": 0.5}]}
                """.formatted(Api.SHA));
        // Then
        Api.get("/v1/benchmarks/" + benchmark)
                .body("state", is("SUCCEEDED"))
                .body("report.html.url", containsString("name=report.html"))
                .body("summary[0].meanIou", is(0.5f))
                .body("settings.histories.tuned.$from", is(training.toString()))
                .body("settings.histories.size()", is(1))
                .body("settings.entries[0].predictions.$from", is(base.toString()));
        Api.get("/v1/generations/" + base)
                .body("predictions.sha256", is(OTHER))
                .body("counts.ok", is(3))
                .body("model", is("cadwright-nano"))
                .body("dataset", is(dataset));
        Api.get("/v1/benchmarks?limit=1").body("data", hasSize(1));
        Api.get("/v1/generations?limit=2").body("data", hasSize(2));
    }

    @Test
    void settingsOfAGenerationReachTheJob() {
        var dataset = Api.name("s");
        Api.dataset(dataset);
        Api.post("/v1/generations", """
                {"model": "cadwright-nano", "dataset": "%s", "split": "validation", "n": 8, "select": "input",
                 "temperature": 0.7, "seed": 3, "max_tokens": 99, "limit": 5, "formats": ["step", "stl"], "priority": 7}
                """.formatted(dataset))
                .statusCode(202)
                .body("settings.maxTokens", is(99))
                .body("settings.n", is(8))
                .body("settings.select", is("input"))
                .body("settings.split", is("validation"))
                .body("settings.formats", hasSize(2))
                .body("settings.model.name", is("cadwright-nano"))
                .body("settings.keySet().contains('priority')", is(false));
    }

    @Test
    void refusesWhatIsNotAGeneration() {
        var dataset = Api.name("g");
        var build = Api.dataset(dataset);
        Api.post("/v1/benchmarks", """
                {"dataset": "%s", "entries": [{"name": "a", "generation": "%s"}]}
                """.formatted(dataset, build))
                .statusCode(400)
                .body("errors[0].pointer", is("/entries/0/generation"))
                .body("errors[0].code", is("unknown_generation"));
        var generation = generate("cadwright-nano", dataset);
        Api.post("/v1/benchmarks", """
                {"dataset": "%1$s", "entries": [{"name": "a", "generation": "%2$s"}, {"name": "a", "generation": "%2$s"}]}
                """.formatted(dataset, generation))
                .statusCode(400)
                .body("errors[0].message", is("Two entries are named \"a\"."));
        Api.post("/v1/benchmarks", "{\"dataset\": \"%s\", \"entries\": [], \"baseline\": false}".formatted(dataset))
                .statusCode(400);
        Api.get("/v1/generations/" + build).statusCode(404);
        Api.get("/v1/benchmarks/" + generation).statusCode(404);
    }

    @Test
    void aFailedDatasetStopsNewWorkAtTheDoor() {
        var dataset = Api.name("f");
        services.fail(Api.dataset(dataset), "invalid_input", "no shapes");
        Api.post("/v1/generations", "{\"model\": \"cadwright-nano\", \"dataset\": \"%s\"}".formatted(dataset))
                .statusCode(409)
                .body("code", is("not_ready"))
                .body("errors[0].pointer", is("/dataset"));
    }

    private static UUID generate(String model, String dataset) {
        return id(Api.post("/v1/generations", "{\"model\": \"%s\", \"dataset\": \"%s\"}".formatted(model, dataset))
                .statusCode(202)
                .extract()
                .path("id"));
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }
}
