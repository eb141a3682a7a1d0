package dev.cadwright.gateway.finetuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.models.finetuning.jobs.FineTuningJob;
import com.openai.models.finetuning.jobs.JobCreateParams;
import com.openai.models.finetuning.jobs.JobListParams;
import com.openai.models.models.Model;
import dev.cadwright.gateway.Api;
import dev.cadwright.gateway.GatewayTest;
import dev.cadwright.gateway.Services;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The official client understands the routes that are like OpenAI's. */
@GatewayTest
class OpenAiClientTest {
    @Inject
    Services services;

    @TestHTTPResource("/v1")
    URI base;

    private OpenAIClient client;

    @BeforeEach
    void connect() {
        client = OpenAIOkHttpClient.builder()
                .baseUrl(base.toString())
                .apiKey("none")
                .checkJacksonVersionCompatibility(false)
                .build();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void followsATrainingFromCreationToItsModel() {
        // Given
        var dataset = Api.name("client");
        services.succeed(Api.dataset(dataset), "{\"manifest\": \"%s\"}".formatted(Api.SHA));
        var created = client.fineTuning()
                .jobs()
                .create(JobCreateParams.builder()
                        .model("cadwright-nano")
                        .trainingFile(dataset)
                        .suffix(Api.name("o"))
                        .seed(5)
                        .build());
        assertThat(created.validate().status()).isEqualTo(FineTuningJob.Status.QUEUED);
        var id = UUID.fromString(created.id());
        // When
        services.start(id);
        services.progress(id, 1, 2, Map.of("step", 1.0, "loss", 0.5, "checkpoint", 1.0));
        services.succeed(id, "{\"model\": {\"name\": \"m\", \"files\": {}}, \"metrics\": {\"tokens\": 10}}");
        // Then
        var job = client.fineTuning().jobs().retrieve(created.id()).validate();
        assertThat(job.status()).isEqualTo(FineTuningJob.Status.SUCCEEDED);
        assertThat(job.trainedTokens()).contains(10L);
        assertThat(client.models().list().data())
                .extracting(Model::id)
                .contains(job.fineTunedModel().orElseThrow());
        var events = client.fineTuning().jobs().listEvents(created.id());
        assertThat(events.data()).hasSize(4);
        events.data().forEach(event -> event.validate());
        var checkpoints = client.fineTuning().jobs().checkpoints().list(created.id());
        var checkpoint = checkpoints.data().getFirst().validate();
        assertThat(checkpoint.stepNumber()).isEqualTo(1);
        assertThat(checkpoint.metrics().trainLoss()).contains(0.5);
    }

    @Test
    void pagesAndCancels() {
        var dataset = Api.name("client");
        Api.dataset(dataset);
        var params = JobCreateParams.builder()
                .model("cadwright-nano")
                .trainingFile(dataset)
                .build();
        var first = client.fineTuning().jobs().create(params);
        var second = client.fineTuning().jobs().create(params);
        var page =
                client.fineTuning().jobs().list(JobListParams.builder().limit(1).build());
        assertThat(page.data().getFirst().id()).isEqualTo(second.id());
        assertThat(page.nextPage().data().getFirst().id()).isEqualTo(first.id());
        assertThat(client.fineTuning().jobs().cancel(first.id()).status()).isEqualTo(FineTuningJob.Status.CANCELLED);
    }

    @Test
    void itsErrorsAreTyped() {
        assertThatThrownBy(() ->
                        client.fineTuning().jobs().retrieve(UUID.randomUUID().toString()))
                .isInstanceOf(NotFoundException.class);
        var params =
                JobCreateParams.builder().model("none").trainingFile("none").build();
        assertThatThrownBy(() -> client.fineTuning().jobs().create(params))
                .isInstanceOfSatisfying(BadRequestException.class, error -> {
                    assertThat(error.param()).contains("training_file");
                    assertThat(error.code()).contains("unknown_dataset");
                    assertThat(error.type()).contains("invalid_request_error");
                });
    }
}
