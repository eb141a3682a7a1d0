package dev.cadwright.service.inference.download;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobError;
import dev.cadwright.hub.testkit.FakeHub;
import dev.cadwright.hub.testkit.FakeRepository;
import dev.cadwright.hub.testkit.Fault;
import dev.cadwright.hub.testkit.SampleModels;
import dev.cadwright.jobs.testkit.RealServersResource;
import dev.cadwright.jobs.testkit.ServiceClient;
import dev.cadwright.jobs.testkit.ServiceHomeResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Models come over the wire, into the artifact store, with a record of how far each file is. */
@QuarkusTest
@QuarkusTestResource(RealServersResource.class)
@QuarkusTestResource(ServiceHomeResource.class)
@QuarkusTestResource(HubResource.class)
class PullTest {
    private static final String KIND = "model.pull";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    ArtifactStore artifacts;

    private final ServiceClient service = new ServiceClient();
    private final FakeHub hub = HubResource.hub();

    @AfterEach
    void close() {
        hub.withoutFaults();
        service.close();
    }

    @Test
    void aPulledModelIsInTheArtifactStoreWithItsOrigin() throws Exception {
        // Given
        FakeRepository model = SampleModels.tiny(hub.repository("cadwright/first"), 20_000);

        // When
        UUID job = service.start(KIND, "{\"repository\": \"cadwright/first\"}");
        JsonNode output = service.output(job, PATIENCE);

        // Then
        String weights = output.at("/model/files/model.safetensors").asText();
        assertThat(artifacts.read(weights, 1 << 20)).isEqualTo(model.files().get("model.safetensors"));
        assertThat(output.at("/model/name").asText()).isEqualTo("cadwright--first");
        assertThat(output.path("commit").asText()).isEqualTo(model.head());
        assertThat(output.path("licence").asText()).isEqualTo("apache-2.0");
        assertThat(output.path("family").asText()).isEqualTo("llama");
        assertThat(output.path("parameters").asLong()).isEqualTo(20_000);
        JsonNode files = files(job);
        assertThat(files).hasSize(4);
        for (JsonNode file : files) {
            assertThat(file.path("state").asText()).isEqualTo("done");
            assertThat(file.path("done").asLong()).isEqualTo(file.path("size").asLong());
        }
    }

    @Test
    void theRecordShowsFilesOnTheirWayAndACancelledJobStops() throws Exception {
        // Given
        SampleModels.tiny(hub.repository("cadwright/slow"), 500_000);
        hub.fault(request -> request.host().equals("storage"), 1000, new Fault.Slow(200_000));

        // When
        UUID job = service.start(KIND, "{\"repository\": \"cadwright/slow\", \"name\": \"slow\"}");
        await().atMost(PATIENCE).until(() -> {
            JsonNode weights = file(job, "model.safetensors");
            return weights.path("state").asText().equals("running")
                    && weights.path("done").asLong() > 0;
        });
        service.cancel(job, KIND);

        // Then
        assertThat(service.ended(job, PATIENCE).getLast().change()).isInstanceOf(JobChange.Cancelled.class);
        assertThat(file(job, "config.json").path("state").asText()).isEqualTo("done");
    }

    @Test
    void whatAHubRefusesIsAnErrorOfTheJob() {
        JobError missing = service.refusal(KIND, "{\"repository\": \"cadwright/none\"}");
        JobError malformed = service.refusal(KIND, "{\"repository\": \"../none\"}");

        assertThat(missing.code()).isEqualTo("repository_not_found");
        assertThat(malformed.code()).isEqualTo("invalid_input");
    }

    private static JsonNode files(UUID job) throws Exception {
        String answer = given().queryParam("job", job.toString())
                .get("/internal/models/downloads")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return ContractJson.mapper().readTree(answer).path(job.toString());
    }

    private static JsonNode file(UUID job, String name) throws Exception {
        for (JsonNode file : files(job)) {
            if (file.path("path").asText().equals(name)) {
                return file;
            }
        }
        return ContractJson.mapper().createObjectNode();
    }
}
