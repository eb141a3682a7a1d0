package dev.cadwright.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.cli.gateway.Gateway;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The steps of the demonstration, each a request to the gateway. */
final class Demo {
    private static final String BASE = "cadwright-nano";

    private final Gateway gateway;
    private final DemoJobs jobs;
    private final DemoPlan plan;
    private final Path samples;

    Demo(Gateway gateway, DemoJobs jobs, DemoPlan plan, Path samples) {
        this.gateway = gateway;
        this.jobs = jobs;
        this.plan = plan;
        this.samples = samples;
    }

    /** What was measured: benchmarks of the procedural validation shapes and of the real test shapes. */
    record Measured(Job validation, Job test, Job training) {}

    Measured run() throws IOException, InterruptedException {
        jobs.run("dataset/" + plan.dataset(), "Building the dataset", this::createDataset);
        jobs.run(
                "views/" + plan.dataset(),
                "Rendering three views",
                () -> id(post("v1/datasets/" + plan.dataset() + "/views", object())));
        jobs.run(
                "conversations/" + plan.dataset(),
                "Writing conversations",
                () -> id(post("v1/datasets/" + plan.dataset() + "/conversations", object())));
        Job training = jobs.run("training/" + plan.trained(), "Fine-tuning " + BASE, this::fineTune);
        String tuned = training.output().orElseThrow().at("/model/name").asText();
        return new Measured(measure("validation", tuned), measure("test", tuned), training);
    }

    private Job measure(String split, String tuned) throws IOException, InterruptedException {
        Job base = jobs.run(
                "generate/" + plan.dataset() + "/" + split,
                "Writing programs, base model, " + split,
                () -> generate(BASE, split));
        Job fineTuned = jobs.run(
                "generate/" + plan.trained() + "/" + split,
                "Writing programs, fine-tuned, " + split,
                () -> generate(tuned, split));
        return jobs.run(
                "benchmark/" + plan.trained() + "/" + split,
                "Measuring, " + split,
                () -> benchmark(split, base, fineTuned));
    }

    private String createDataset() {
        ObjectNode request = object().put("name", plan.dataset()).put("seed", plan.trainingSeed());
        ArrayNode sources = request.putArray("sources");
        sources.addObject()
                .put("type", "procedural")
                .put("count", plan.training())
                .put("seed", plan.trainingSeed())
                .put("split", "train");
        sources.addObject()
                .put("type", "procedural")
                .put("count", plan.validation())
                .put("seed", plan.validationSeed())
                .put("split", "validation");
        for (String type : List.of("deepcad", "step")) {
            sources.addObject().put("type", type).put("split", "test").put("upload", upload(type));
        }
        return post("v1/datasets", request).path("job").asText();
    }

    private String upload(String type) {
        try {
            Path zip = SampleZip.of(samples.resolve("deepcad-" + (type.equals("deepcad") ? "json" : "step")));
            try {
                return id(gateway.upload("v1/uploads?name=" + type + ".zip", zip));
            } finally {
                Files.deleteIfExists(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String fineTune() {
        ObjectNode request = object().put("model", BASE)
                .put("training_file", plan.dataset())
                .put("minutes", plan.minutes())
                .put("seed", 7);
        request.putObject("training")
                .put("per_device_batch_size", 32)
                .put("learning_rate", 1e-4)
                .put("logging_steps", 5)
                .put("eval_steps", 50)
                .put("save_steps", 50);
        return id(post("v1/fine_tuning/jobs", request));
    }

    private String generate(String model, String split) {
        ObjectNode request = object().put("model", model)
                .put("dataset", plan.dataset())
                .put("split", split)
                .put("n", plan.candidates())
                .put("seed", 5);
        if (plan.candidates() > 1) {
            request.put("select", "input");
        }
        return id(post("v1/generations", request));
    }

    private String benchmark(String split, Job base, Job fineTuned) {
        ObjectNode request = object().put("dataset", plan.dataset()).put("split", split);
        ArrayNode entries = request.putArray("entries");
        entries.addObject().put("name", "base").put("generation", base.id().toString());
        entries.addObject()
                .put("name", "fine-tuned")
                .put("generation", fineTuned.id().toString());
        request.putArray("protocols").add("strict-v1").add("cadrille-2025");
        return id(post("v1/benchmarks", request));
    }

    private JsonNode post(String path, ObjectNode body) {
        return gateway.post(path, body);
    }

    private static String id(JsonNode answer) {
        return answer.path("id").asText();
    }

    private static ObjectNode object() {
        return ContractJson.mapper().createObjectNode();
    }
}
