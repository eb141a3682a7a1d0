package dev.cadwright.gateway.finetuning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.cadwright.contracts.JobState;
import dev.cadwright.gateway.Api;
import dev.cadwright.gateway.GatewayTest;
import dev.cadwright.gateway.Services;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@GatewayTest
class FineTuningTest {
    @Inject
    Services services;

    @Test
    void waitsForItsDatasetThenRunsAndMakesAModel() {
        // Given
        var dataset = Api.name("train");
        var build = Api.dataset(dataset);
        var suffix = Api.name("s");
        var job = start("""
                {"model": "cadwright-nano", "training_file": "%s", "suffix": "%s", "seed": 4,
                 "hyperparameters": {"n_epochs": 3, "batch_size": "auto", "learning_rate_multiplier": 0.5},
                 "training": {"warmup_ratio": 0.1}, "metadata": {"who": "me"}}
                """.formatted(dataset, suffix));
        read(job)
                .body("status", is("validating_files"))
                .body("object", is("fine_tuning.job"))
                .body("hyperparameters.n_epochs", is(3.0f))
                .body("hyperparameters.batch_size", is("auto"))
                .body("hyperparameters.learning_rate_multiplier", is(0.5f))
                .body("fine_tuned_model", nullValue())
                .body("finished_at", nullValue())
                .body("metadata.who", is("me"))
                .body("training_file", is(dataset));
        var model = "cadwright-nano-" + suffix;
        Api.get("/v1/models").body("data.id", not(hasItem(model)));
        // When
        services.succeed(build, "{\"manifest\": \"%s\"}".formatted(Api.SHA));
        assertThat(services.job(job).state()).isEqualTo(JobState.QUEUED);
        services.start(job);
        services.progress(job, 10, 20, Map.of("step", 10.0, "loss", 1.5, "checkpoint", 10.0));
        services.progress(job, 20, 20, Map.of("step", 20.0, "loss", 1.25, "checkpoint", 20.0));
        read(job).body("status", is("running")).body("progress.done", is(20));
        services.succeed(job, output(model));
        // Then
        read(job)
                .body("status", is("succeeded"))
                .body("fine_tuned_model", is(model))
                .body("trained_tokens", is(1000))
                .body("result_files", contains(Api.SHA))
                .body("finished_at", notNullValue());
        Api.get("/v1/models").body("data.id", hasItems("cadwright-nano", model));
        Api.get("/v1/models/" + model)
                .body("object", is("model"))
                .body("owned_by", is("user"))
                .body("base", is("cadwright-nano"))
                .body("files.'model.safetensors'.sha256", is(Api.SHA));
        assertThat(services.job(job).input().at("/training/learning_rate").asDouble())
                .isCloseTo(1.5e-4, within(1e-12));
        assertThat(services.job(job).input().path("outputName").asText()).isEqualTo(model);
    }

    @Test
    void eventsAreListedNewestFirstAndGoOn() {
        var job = started();
        for (int i = 1; i <= 5; i++) {
            services.progress(job, i, 5, Map.of("step", (double) i));
        }
        var first = Api.get("/v1/fine_tuning/jobs/%s/events?limit=3".formatted(job))
                .body("object", is("list"))
                .body("data", hasSize(3))
                .body("data[0].object", is("fine_tuning.job.event"))
                .body("data[0].type", is("metrics"))
                .body("data[0].data.step", is(5.0f))
                .body("has_more", is(true))
                .extract();
        Api.get("/v1/fine_tuning/jobs/%s/events?limit=3&after=%s".formatted(job, first.<String>path("last_id")))
                .body("data[0].data.step", is(2.0f));
        Api.get("/v1/fine_tuning/jobs/%s/events?limit=100".formatted(job)).body("has_more", is(false));
        Api.get("/v1/fine_tuning/jobs/%s/events?after=x".formatted(job))
                .statusCode(400)
                .body("error.param", is("after"));
    }

    @Test
    void checkpointsCanBeUsedAsModels() {
        // Given
        var job = started();
        services.progress(job, 1, 3, Map.of("loss", 2.0, "checkpoint", 10.0));
        Api.get("/v1/fine_tuning/jobs/%s/checkpoints".formatted(job))
                .body("data.step_number", contains(10))
                .body("data[0].metrics.loss", is(2.0f));
        services.progress(job, 2, 3, Map.of("loss", 1.0, "checkpoint", 20.0));
        services.succeed(job, output("m"));
        // When
        var checkpoints = Api.get("/v1/fine_tuning/jobs/%s/checkpoints".formatted(job))
                .body("data.step_number", contains(20, 10))
                .extract();
        // Then
        var dataset = Api.name("evaluate");
        Api.dataset(dataset);
        Api.post("/v1/generations", generation(checkpoints.path("data[0].fine_tuned_model_checkpoint"), dataset))
                .statusCode(202)
                .body("settings.model.files.'model.safetensors'", is(Api.SHA));
        Api.post("/v1/generations", generation(checkpoints.path("data[1].fine_tuned_model_checkpoint"), dataset))
                .statusCode(400)
                .body("errors[0].code", is("unknown_model"));
        Api.get("/v1/fine_tuning/jobs/%s/checkpoints?limit=1&after=%s"
                        .formatted(job, checkpoints.<String>path("data[0].id")))
                .body("data.step_number", contains(10))
                .body("has_more", is(false));
    }

    @Test
    void aModelInTrainingIsWaitedFor() {
        var dataset = Api.name("chain");
        Api.dataset(dataset);
        var suffix = Api.name("c");
        var first = start(request("cadwright-nano", dataset, suffix));
        var second = start(request("cadwright-nano-" + suffix, dataset, Api.name("d")));
        assertThat(services.job(second).after()).contains(first);
        assertThat(services.job(second).input().at("/model/$from").asText()).isEqualTo(first.toString());
    }

    @Test
    void aNameOfAModelIsGivenOnce() {
        var dataset = Api.name("twice");
        Api.dataset(dataset);
        var suffix = Api.name("t");
        var body = request("cadwright-nano", dataset, suffix);
        start(body);
        Api.post("/v1/fine_tuning/jobs", body).statusCode(409).body("error.code", is("name_taken"));
    }

    @Test
    void aRepeatedRequestWithoutSuffixIsOneJob() {
        var dataset = Api.name("again");
        Api.dataset(dataset);
        var body = "{\"model\": \"cadwright-nano\", \"training_file\": \"%s\"}".formatted(dataset);
        var key = UUID.randomUUID().toString();
        var first = Api.json(body)
                .header("Idempotency-Key", key)
                .post("/v1/fine_tuning/jobs")
                .then()
                .statusCode(202)
                .extract();
        var second = Api.json(body)
                .header("Idempotency-Key", key)
                .post("/v1/fine_tuning/jobs")
                .then()
                .statusCode(202)
                .extract();
        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(second.<String>path("output_name")).isEqualTo(first.path("output_name"));
    }

    @Test
    void canBeCancelled() {
        var dataset = Api.name("stop");
        Api.dataset(dataset);
        var job = start(request("cadwright-nano", dataset, Api.name("x")));
        given().post("/v1/fine_tuning/jobs/%s/cancel".formatted(job))
                .then()
                .statusCode(200)
                .body("status", is("cancelled"));
        Api.get("/v1/fine_tuning/jobs/" + Api.dataset(Api.name("other"))).statusCode(404);
    }

    @Test
    void theListGoesOnAfterAnId() {
        var dataset = Api.name("list");
        Api.dataset(dataset);
        var first = start(request("cadwright-nano", dataset, Api.name("l")));
        var second = start(request("cadwright-nano", dataset, Api.name("l")));
        Api.get("/v1/fine_tuning/jobs?limit=1")
                .body("object", is("list"))
                .body("data[0].id", is(second.toString()))
                .body("has_more", is(true));
        Api.get("/v1/fine_tuning/jobs?limit=1&after=" + second).body("data[0].id", is(first.toString()));
    }

    @Test
    void saysWhatIsNotThere() {
        var dataset = Api.name("present");
        Api.dataset(dataset);
        Api.post(
                        "/v1/fine_tuning/jobs",
                        "{\"model\": \"cadwright-nona\", \"training_file\": \"%s\"}".formatted(dataset))
                .statusCode(400)
                .body("error.param", is("model"))
                .body("error.code", is("unknown_model"));
        Api.post(
                        "/v1/fine_tuning/jobs",
                        "{\"model\": \"cadwright-nano\", \"training_file\": \"%s\"}".formatted(Api.name("no")))
                .statusCode(400)
                .body("error.param", is("training_file"));
        Api.post("/v1/fine_tuning/jobs", """
                        {"model": "cadwright-nano", "training_file": "%s", "lora": {"r": 4},
                         "hyperparameters": {"n_epochs": 1}, "training": {"num_epochs": 2}}
                        """.formatted(dataset)).statusCode(400);
    }

    @Test
    void howLongToTrainIsSaidOnce() {
        var dataset = Api.name("long");
        Api.dataset(dataset);
        var start = "{\"model\": \"cadwright-nano\", \"training_file\": \"%s\", ".formatted(dataset);
        Api.post("/v1/fine_tuning/jobs", start + "\"minutes\": 1, \"hyperparameters\": {\"n_epochs\": 2}}")
                .statusCode(400)
                .body("error.param", is("minutes"));
        Api.post("/v1/fine_tuning/jobs", start + "\"training\": {\"num_epochs\": 1, \"max_steps\": 5}}")
                .statusCode(400)
                .body("error.param", is("training.max_steps"));
        Api.post("/v1/fine_tuning/jobs", start + "\"minutes\": 1, \"training\": {\"optimizer\": \"muon\"}}")
                .statusCode(202)
                .body("settings.minutes", is(1.0f))
                .body("settings.training.optimizer", is("muon"));
    }

    @Test
    void theRoutesOfTheSeedSystemStartAndFollowTheSameJobs() {
        var dataset = Api.name("seed");
        var build = Api.dataset(dataset);
        services.succeed(build, "{\"manifest\": \"%s\"}".formatted(Api.SHA));
        String id = Api.post("/training/finetune/start", """
                        {"dataset_name": "%s", "base_model": "cadwright-nano", "epochs": 2, "batch_size": 8,
                         "learning_rate": 0.001, "lora_rank": 16}
                        """.formatted(dataset))
                .statusCode(202)
                .body("status", is("queued"))
                .extract()
                .path("job_id");
        var job = UUID.fromString(id);
        services.start(job);
        services.progress(job, 250, 1000, Map.of("loss", 1.5, "step", 5.0, "total_steps", 20.0, "epoch", 0.5));
        Api.get("/training/finetune/status?job_id=" + id)
                .body("status", is("running"))
                .body("progress", is(25.0f))
                .body("loss", is(1.5f))
                .body("step", is(5))
                .body("total_steps", is(20));
        Api.get("/training/finetune/status").body("job_id", notNullValue());
        read(job)
                .body("settings.method", is("lora"))
                .body("settings.lora.r", is(16))
                .body("settings.training.num_epochs", is(2.0f));
        Api.post("/training/finetune/start", "{\"dataset_nme\": \"x\"}")
                .statusCode(400)
                .body("errors[0].hint", is("Did you mean \"dataset_name\"?"));
    }

    private UUID started() {
        var dataset = Api.name("events");
        services.succeed(Api.dataset(dataset), "{\"manifest\": \"%s\"}".formatted(Api.SHA));
        var job = start(request("cadwright-nano", dataset, Api.name("e")));
        services.start(job);
        return job;
    }

    private static String request(String model, String dataset, String suffix) {
        return "{\"model\": \"%s\", \"training_file\": \"%s\", \"suffix\": \"%s\"}".formatted(model, dataset, suffix);
    }

    private static String generation(String model, String dataset) {
        return "{\"model\": \"%s\", \"dataset\": \"%s\"}".formatted(model, dataset);
    }

    private static String output(String model) {
        return """
                {"model": {"name": "%1$s", "files": {"model.safetensors": "%2$s"}}, "history": "%2$s",
                 "metrics": {"tokens": 1000}, "checkpoints": [{"step": 20, "files": {"model.safetensors": "%2$s"}}]}
                """.formatted(model, Api.SHA);
    }

    private static UUID start(String body) {
        return UUID.fromString(
                Api.post("/v1/fine_tuning/jobs", body).statusCode(202).extract().path("id"));
    }

    private static ValidatableResponse read(UUID job) {
        return Api.get("/v1/fine_tuning/jobs/" + job).statusCode(200);
    }
}
