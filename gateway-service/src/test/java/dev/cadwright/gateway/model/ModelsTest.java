package dev.cadwright.gateway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.cadwright.gateway.Api;
import dev.cadwright.gateway.GatewayTest;
import dev.cadwright.gateway.Services;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What models there are, what they were made of, and when they may go. */
@GatewayTest
class ModelsTest {
    @Inject
    Services services;

    @Test
    void aBuiltInModelSaysWhatItIsAndStays() {
        Api.get("/v1/models/cadwright-nano")
                .statusCode(200)
                .body("type", is("base"))
                .body("format", is("safetensors"))
                .body("owned_by", is("cadwright"));
        Api.delete("/v1/models/cadwright-nano").statusCode(409).body("error.message", containsString("installation"));
        Api.delete("/v1/models/no-such-model").statusCode(404);
    }

    @Test
    void aLoraTrainingGivesAMergedModelAndAnAdapterWithTheirLineage() {
        // Given
        var dataset = dataset();
        var training = training("cadwright-nano", dataset);

        // When
        services.succeed(training, trained(true));

        // Then
        var name = name(training);
        Api.get("/v1/models").body("object", is("list")).body("data.id", hasItems(name, name + ":adapter"));
        Api.get("/v1/models/" + name)
                .body("type", is("merged"))
                .body("base", is("cadwright-nano"))
                .body("dataset", is(dataset))
                .body("metrics.train_loss", is(0.5f))
                .body("job", is(training.toString()));
        Api.get("/v1/models/" + name + ":adapter")
                .statusCode(200)
                .body("type", is("adapter"))
                .body("format", is("peft"))
                .body("files.'adapter_model.safetensors'.sha256", is(Api.SHA));
    }

    @Test
    void anAdapterTakesPartInAGenerationOfPrompts() {
        // Given
        var dataset = dataset();
        var training = training("cadwright-nano", dataset);
        services.succeed(training, trained(true));

        // When
        var generation = UUID.fromString(Api.post("/v1/generations", """
                {"model": "cadwright-nano", "adapter": "%s", "prompts": [{"text": "a washer"}], "stop": ["end"],
                 "logprobs": 2, "quantize": "int8"}
                """.formatted(name(training)))
                .statusCode(202)
                .extract()
                .path("id"));

        // Then
        var input = services.job(generation).input();
        assertThat(input.at("/adapter/path").asText()).isEqualTo("/adapter");
        assertThat(input.at("/adapter/$from").asText()).isEqualTo(training.toString());
        assertThat(input.at("/prompts/0/text").asText()).isEqualTo("a washer");
        assertThat(input.at("/quantize").asText()).isEqualTo("int8");
        Api.post("/v1/generations", "{\"model\": \"cadwright-nano\"}").statusCode(400);
        Api.post("/v1/generations", "{\"model\": \"cadwright-nano\", \"prompts\": [{}]}")
                .statusCode(400);
    }

    @Test
    void aModelGoesWhenNothingNeedsIt() {
        // Given
        var dataset = dataset();
        var base = training("cadwright-nano", dataset);
        var baseName = name(base);
        Api.delete("/v1/models/" + baseName).statusCode(409).body("error.message", containsString(base.toString()));
        services.succeed(base, trained(false));
        var lora = training(baseName, dataset);

        // When, then
        Api.delete("/v1/models/" + baseName).statusCode(409).body("error.message", containsString("used by job"));
        services.succeed(lora, trained(true));
        Api.delete("/v1/models/" + baseName).statusCode(409).body("error.message", containsString("builds on"));
        Api.delete("/v1/models/" + name(lora)).statusCode(200).body("deleted", is(true));
        Api.delete("/v1/models/" + baseName).statusCode(200).body("id", is(baseName));
        Api.get("/v1/models/" + baseName).statusCode(404);
        Api.get("/v1/models").body("data.id", not(hasItem(baseName)));
    }

    private String dataset() {
        var name = Api.name("parts");
        services.succeed(Api.dataset(name), "{\"manifest\": \"%s\"}".formatted(Api.SHA));
        return name;
    }

    private UUID training(String model, String dataset) {
        return UUID.fromString(Api.post("/v1/fine_tuning/jobs", """
                {"model": "%s", "training_file": "%s", "method": "lora", "suffix": "%s"}
                """.formatted(model, dataset, Api.name("x")))
                .statusCode(202)
                .extract()
                .path("id"));
    }

    private String name(UUID training) {
        return services.job(training).labels().get(Models.LABEL);
    }

    private static String trained(boolean adapter) {
        var beside = adapter
                ? ", \"adapter\": {\"name\": \"a\", \"files\": {\"adapter_model.safetensors\": \"%s\"}}"
                        .formatted(Api.SHA)
                : "";
        return """
            {"model": {"name": "m", "files": {"model.safetensors": "%s"}}, "metrics": {"train_loss": 0.5}%s}
            """.formatted(Api.SHA, beside);
    }
}
