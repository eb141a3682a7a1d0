package dev.cadwright.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.dataset.build.BuildSpecification;
import dev.cadwright.dataset.build.DatasetBuild;
import dev.cadwright.jobs.testkit.RealServersResource;
import dev.cadwright.jobs.testkit.ServiceClient;
import dev.cadwright.jobs.testkit.ServiceHomeResource;
import dev.cadwright.kernel.KernelOptions;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.program.ProgramPool;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trainings of the model that ships, in real child processes that are killed and aborted. */
@QuarkusTest
@QuarkusTestResource(RealServersResource.class)
@QuarkusTestResource(ServiceHomeResource.class)
class FinetuneTest {
    private static final String KIND = "training.finetune";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    ArtifactStore artifacts;

    @ConfigProperty(name = "cadwright.home")
    Path home;

    private final ServiceClient service = new ServiceClient();
    private String dataset;

    @BeforeEach
    void build() throws Exception {
        BuildSpecification shapes = ContractJson.mapper().readValue("""
            {"name": "shapes", "points": {"count": 256, "sampled": 256},
             "sources": [{"type": "procedural", "count": 12, "solids": false, "split": "train"},
                         {"type": "procedural", "count": 4, "seed": 9, "solids": false, "split": "validation"}]}
            """, BuildSpecification.class);
        try (KernelPool unused = new KernelPool(KernelOptions.standard())) {
            dataset = new DatasetBuild(shapes, artifacts, ProgramPool.around(unused))
                    .run(1, done -> {})
                    .sha256();
        }
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aTrainingThatIsKilledAndAbortedEndsWithTheWeightsOfOneThatWasNot() throws Exception {
        // Given
        String input = input("""
            "training": {"max_steps": 48, "per_device_batch_size": 2, "save_steps": 8, "eval_steps": 1000,
                         "logging_steps": 1, "save_total_limit": 2}, "seed": 5, "outputName": "m"\
            """);
        JsonNode undisturbed = service.output(service.start(KIND, input), PATIENCE);

        // When
        UUID job = service.start(KIND, input);
        service.await(job, change -> checkpoint(change) > 0, PATIENCE);
        Children.signal(job, "KILL");
        long killed = service.await(job, isRetry(1), PATIENCE).seq();
        service.awaitAfter(killed, job, change -> checkpoint(change) > 0, PATIENCE);
        Children.signal(job, "ABRT");
        service.await(job, isRetry(2), PATIENCE);
        JsonNode output = service.output(job, PATIENCE);

        // Then
        assertThat(output.path("model")).isEqualTo(undisturbed.path("model"));
        assertThat(output.path("model").path("name").asText()).isEqualTo("m");
        assertThat(output.path("model").path("files").has("model.safetensors")).isTrue();
        assertThat(steps(output))
                .isEqualTo(LongStream.rangeClosed(1, 48).boxed().toList());
        assertThat(figures(output)).isEqualTo(figures(undisturbed));
        assertThat(output.path("checkpoints")).isEqualTo(undisturbed.path("checkpoints"));
        requireCheckpoints(output.path("checkpoints"));
        assertThat(output.path("metrics").path("steps").asInt()).isEqualTo(48);
        assertThat(output.path("metrics").path("validation_loss").isNumber()).isTrue();
        assertThat(retries(job))
                .extracting(retry -> retry.error().code())
                .containsExactly("training_died", "training_died");
        assertThat(retries(job))
                .extracting(retry -> retry.error().message())
                .satisfiesExactly(first -> assertThat(first).contains("SIGKILL"), second -> assertThat(second)
                        .contains("SIGABRT"));
        assertThat(Children.of(job)).isEmpty();
        assertThat(home.resolve("training/runs").resolve(job.toString())).doesNotExist();
    }

    @Test
    void cancellingInTheMiddleLeavesNoChild() {
        // Given
        UUID job = service.start(KIND, input("""
            "training": {"max_steps": 1000000, "per_device_batch_size": 2, "logging_steps": 1}\
            """));
        service.await(job, change -> metric(change, "step") >= 2, PATIENCE);
        assertThat(Children.of(job)).hasSize(1);

        // When
        service.cancel(job, KIND);

        // Then
        List<JobEvent> events = service.ended(job, PATIENCE);
        assertThat(events.getLast().change()).isInstanceOf(JobChange.Cancelled.class);
        await().atMost(Duration.ofSeconds(10)).until(() -> Children.of(job).isEmpty());
    }

    @Test
    void anAdapterIsTrainedAndMerged() throws Exception {
        // When
        JsonNode output = service.output(service.start(KIND, input("""
            "method": "lora", "lora": {"r": 2, "target_modules": ["query"]},
            "training": {"max_steps": 6, "per_device_batch_size": 2, "save_steps": 3, "logging_steps": 2}\
            """)), PATIENCE);

        // Then
        assertThat(output.path("adapter").path("files").has("adapter_config.json"))
                .isTrue();
        assertThat(output.path("adapter").path("files").has("adapter_model.safetensors"))
                .isTrue();
        Path base = ServiceHomeResource.root().resolve("models/cadwright-nano/config.json");
        String merged = output.path("model").path("files").path("config.json").asText();
        assertThat(ContractJson.mapper()
                        .readTree(artifacts.read(merged, 1 << 20))
                        .path("hidden_size"))
                .isEqualTo(
                        ContractJson.mapper().readTree(Files.readAllBytes(base)).path("hidden_size"));
        assertThat(steps(output)).containsExactly(1L, 2L, 4L, 6L);
        assertThat(output.path("checkpoints"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(checkpoint -> assertThat(checkpoint.has("files")).isFalse());
    }

    @Test
    void whatCannotBeTrainedSaysWhyAndIsNotTriedAgain() {
        assertRefused(input("\"training\": {\"max_stepps\": 3}"), "bad_configuration", "max_stepps");
        assertRefused(input("\"method\": \"magic\""), "invalid_input", "magic");
        assertRefused(
                "{\"dataset\": \"%s\", \"model\": {\"name\": \"no-such-model\"}}".formatted(dataset),
                "unknown_model",
                "no-such-model");
        assertRefused(
                "{\"dataset\": \"%s\", \"model\": {\"name\": \"cadwright-nano\"}}".formatted("ab".repeat(32)),
                "artifact_missing",
                "");
    }

    private void assertRefused(String input, String code, String said) {
        JobError error = service.refusal(KIND, input);
        assertThat(error.classification()).isEqualTo(JobError.Classification.PERMANENT);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.message()).contains(said);
    }

    private void requireCheckpoints(JsonNode checkpoints) {
        assertThat(checkpoints).extracting(entry -> entry.path("step").asInt()).containsExactly(8, 16, 24, 32, 40, 48);
        assertThat(checkpoints)
                .allSatisfy(
                        entry -> assertThat(entry.path("train_loss").isNumber()).isTrue());
        JsonNode last = checkpoints.get(5);
        assertThat(checkpoints.get(0).has("files")).isFalse();
        assertThat(last.path("files").has("config.json")).isTrue();
        assertThat(last.path("files").has("optimizer.safetensors")).isFalse();
        assertThat(artifacts.exists(last.path("files").path("model.safetensors").asText()))
                .isTrue();
    }

    private List<JsonNode> history(JsonNode output) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        String text = new String(artifacts.read(output.path("history").asText(), 1 << 20), StandardCharsets.UTF_8);
        for (String line : text.split("\n")) {
            lines.add(ContractJson.mapper().readTree(line));
        }
        return lines;
    }

    private List<Long> steps(JsonNode output) throws IOException {
        return history(output).stream()
                .filter(line -> line.has("loss"))
                .map(line -> line.path("step").asLong())
                .toList();
    }

    /** What does not depend on the clock. */
    private List<String> figures(JsonNode output) throws IOException {
        return history(output).stream()
                .map(line -> line.path("step") + " " + line.path("epoch") + " " + line.path("loss") + " "
                        + line.path("grad_norm") + " " + line.path("lr") + " " + line.path("validation_loss"))
                .toList();
    }

    private List<JobChange.Retrying> retries(UUID job) {
        return service.ended(job, PATIENCE).stream()
                .map(JobEvent::change)
                .filter(JobChange.Retrying.class::isInstance)
                .map(JobChange.Retrying.class::cast)
                .toList();
    }

    private static Predicate<JobChange> isRetry(int attempt) {
        return change -> change instanceof JobChange.Retrying retry && retry.attempt() == attempt;
    }

    private static double checkpoint(JobChange change) {
        return metric(change, "checkpoint");
    }

    private static double metric(JobChange change, String name) {
        return change instanceof JobChange.Progressed progressed
                ? progressed.progress().metrics().getOrDefault(name, 0.0)
                : 0;
    }

    private String input(String rest) {
        return "{\"dataset\": \"%s\", \"model\": {\"name\": \"cadwright-nano\"}, %s}".formatted(dataset, rest);
    }
}
