package dev.cadwright.hub.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cadwright.hub.AccessToken;
import dev.cadwright.hub.HubException;
import dev.cadwright.hub.HubLimits;
import dev.cadwright.hub.HubSettings;
import dev.cadwright.hub.ModelAddress;
import dev.cadwright.hub.testkit.FakeHub;
import dev.cadwright.hub.testkit.Fault;
import dev.cadwright.hub.testkit.SampleModels;
import dev.cadwright.hub.testkit.SeenRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPushTest {
    private static final String REPOSITORY = "cadwright/mine";

    @TempDir
    Path folder;

    private final FakeHub hub = FakeHub.start();
    private final List<PushEvent> events = new ArrayList<>();
    private byte[] weights;

    @BeforeEach
    void write() throws Exception {
        weights = SampleModels.weights(20_000, 7);
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"llama\"}");
        Files.writeString(folder.resolve("empty.txt"), "");
        Files.write(folder.resolve("model.safetensors"), weights);
        Files.createDirectories(folder.resolve(".cache"));
        Files.writeString(folder.resolve(".cache/secret"), "not for others");
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void aFolderBecomesACommitOfARepositoryThatIsMadeForIt() throws Exception {
        // When
        PushedModel pushed = push();

        // Then
        assertThat(pushed.commit()).contains(hub.repository(REPOSITORY).head());
        assertThat(hub.repository(REPOSITORY).files())
                .containsOnlyKeys("config.json", "empty.txt", "model.safetensors");
        assertThat(hub.repository(REPOSITORY).files().get("model.safetensors")).isEqualTo(weights);
        assertThat(pushed.sent()).isEqualTo(weights.length);
    }

    @Test
    void whatTheHubHasIsNotSentAgain() throws Exception {
        // Given
        push();
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"qwen2\"}");

        // When
        PushedModel second = push();
        PushedModel third = push();

        // Then
        assertThat(second.files()).isEqualTo(1);
        assertThat(second.sent()).isZero();
        assertThat(hub.repository(REPOSITORY).files().get("config.json"))
                .asString()
                .contains("qwen2");
        assertThat(third.commit()).isEmpty();
    }

    @Test
    void aLargeFileGoesInParts() throws Exception {
        // Given
        hub.uploadPartsOf(30_000);

        // When
        push();

        // Then
        assertThat(hub.repository(REPOSITORY).files().get("model.safetensors")).isEqualTo(weights);
        assertThat(hub.requests())
                .filteredOn(request -> request.path().startsWith("/part/"))
                .hasSize(3);
    }

    @Test
    void aPushThatBrokeOffSendsNoLargeFileTwice() throws Exception {
        // Given
        hub.fault(request -> request.path().contains("/commit/"), 3, Fault.Status.of(500));
        assertThatExceptionOfType(HubException.class).isThrownBy(this::push);

        // When
        PushedModel pushed = push();

        // Then
        assertThat(pushed.sent()).isZero();
        assertThat(pushed.commit()).isPresent();
        assertThat(hub.repository(REPOSITORY).files().get("model.safetensors")).isEqualTo(weights);
    }

    @Test
    void aStorageThatFailsForAMomentGetsTheFileAgain() throws Exception {
        // Given
        hub.fault(request -> request.method().equals("PUT"), 2, Fault.Status.of(503));

        // When
        push();

        // Then
        assertThat(hub.repository(REPOSITORY).files().get("model.safetensors")).isEqualTo(weights);
        assertThat(events).filteredOn(PushEvent.Retrying.class::isInstance).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void theTokenGoesToTheHubAlone() throws Exception {
        // When
        push();

        // Then
        assertThat(hub.requests())
                .allMatch(request -> request.header("authorization").isPresent() == isHub(request));
    }

    @Test
    void withoutATokenNothingIsTried() {
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(() -> push(Optional.empty()))
                .withMessageContaining("set HF_TOKEN")
                .matches(failure -> failure.code() == HubException.Code.NOT_AUTHORIZED);
        assertThat(hub.requests()).isEmpty();
    }

    private static boolean isHub(SeenRequest request) {
        return request.host().equals("hub");
    }

    private PushedModel push() throws InterruptedException {
        return push(Optional.of(new AccessToken("hf_writer")));
    }

    private PushedModel push(Optional<AccessToken> token) throws InterruptedException {
        HubSettings settings = new HubSettings(
                hub.endpoint(),
                token,
                folder.resolveSibling("cache"),
                false,
                true,
                HubLimits.DEFAULTS.withPatience(
                        Duration.ofSeconds(5), 4, Duration.ofMillis(1), Duration.ofSeconds(10)));
        return new ModelPush(settings, wait -> {})
                .run(
                        new PushRequest(folder, ModelAddress.parse(REPOSITORY), "Add the model", false),
                        events::add,
                        () -> {});
    }
}
