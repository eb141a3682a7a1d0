package dev.cadwright.hub.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cadwright.hub.HubException;
import dev.cadwright.hub.ModelAddress;
import dev.cadwright.hub.testkit.FakeRepository;
import dev.cadwright.hub.testkit.Hashes;
import dev.cadwright.hub.testkit.SampleModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPullTest {
    private static final int PARAMETERS = 100_000;

    @TempDir
    Path cache;

    private PullFixture fixture;

    @BeforeEach
    void start() {
        fixture = new PullFixture(cache);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void whatWasPulledLiesInTheCacheAsTheHubsOwnToolsPutIt() throws Exception {
        // Given
        FakeRepository model = SampleModels.tiny(fixture.hub.repository(PullFixture.REPOSITORY), PARAMETERS);

        // When
        PulledModel pulled = fixture.run();

        // Then
        Path repository = cache.resolve("models--cadwright--tiny");
        byte[] weights = model.files().get("model.safetensors");
        assertThat(repository.resolve("refs/main")).hasContent(model.head());
        assertThat(repository.resolve("blobs/" + Hashes.sha256(weights))).hasBinaryContent(weights);
        Path pointer = repository.resolve("snapshots/" + model.head() + "/model.safetensors");
        assertThat(Files.readSymbolicLink(pointer)).isEqualTo(Path.of("../../blobs/" + Hashes.sha256(weights)));
        Path configuration = repository.resolve("snapshots/" + model.head() + "/config.json");
        assertThat(Files.readSymbolicLink(configuration))
                .isEqualTo(Path.of("../../blobs/" + Hashes.gitBlob(model.files().get("config.json"))));
        assertThat(pulled.snapshot().folder()).isEqualTo(pointer.getParent());
        assertThat(pulled.licence()).contains("apache-2.0");
        assertThat(remains(repository)).isEmpty();
    }

    @Test
    void aSecondPullFetchesNothing() throws Exception {
        // Given
        SampleModels.tiny(fixture.hub.repository(PullFixture.REPOSITORY), PARAMETERS);
        PulledModel first = fixture.run();
        long requests = fixture.storageRequests();

        // When
        PulledModel second = fixture.run();

        // Then
        assertThat(first.fetched()).isGreaterThan(4L * PARAMETERS);
        assertThat(second.fetched()).isZero();
        assertThat(fixture.storageRequests()).isEqualTo(requests);
    }

    @Test
    void aLargeFileComesInRangesAtOnce() throws Exception {
        // Given
        FakeRepository model = SampleModels.tiny(fixture.hub.repository(PullFixture.REPOSITORY), PARAMETERS);

        // When
        PulledModel pulled = fixture.ranges(64 << 10, 4).run();

        // Then
        assertThat(fixture.storageRequests())
                .isEqualTo(Math.ceilDiv(model.files().get("model.safetensors").length, 64 << 10));
        assertThat(pulled.snapshot().folder().resolve("model.safetensors"))
                .hasBinaryContent(model.files().get("model.safetensors"));
    }

    @Test
    void aTokenGoesToTheHubAndNeverToItsStorage() throws Exception {
        // Given
        FakeRepository model = SampleModels.tiny(fixture.hub.repository(PullFixture.REPOSITORY), PARAMETERS);
        model.privateFor("hf_secret");

        // When
        fixture.token("hf_secret").ranges(64 << 10, 4).run();

        // Then
        assertThat(fixture.hub.requests())
                .filteredOn(request -> request.host().equals("hub"))
                .allMatch(request -> request.header("authorization").equals(java.util.Optional.of("Bearer hf_secret")));
        assertThat(fixture.hub.requests())
                .filteredOn(request -> request.host().equals("storage"))
                .isNotEmpty()
                .allMatch(request -> request.header("authorization").isEmpty());
    }

    @Test
    void sizesThatAreNotListedAreAskedFor() throws Exception {
        // Given
        FakeRepository model = SampleModels.tiny(fixture.hub.repository(PullFixture.REPOSITORY), PARAMETERS);
        model.withoutListedSizes();

        // When
        PulledModel pulled = fixture.run();

        // Then
        assertThat(fixture.hub.requests())
                .filteredOn(request -> request.method().equals("HEAD"))
                .hasSize(4);
        assertThat(pulled.snapshot().files().keySet())
                .containsExactly("README.md", "config.json", "model.safetensors", "tokenizer.json");
    }

    @Test
    void aRevisionIsPulledAsItWas() throws Exception {
        // Given
        FakeRepository model = SampleModels.tiny(fixture.hub.repository(PullFixture.REPOSITORY), PARAMETERS);
        String old = model.head();
        model.tag("v1").file("config.json", "{\"model_type\": \"other\"}");

        // When
        PulledModel pulled = fixture.run(PullRequest.of(ModelAddress.parse(PullFixture.REPOSITORY + "@v1")));

        // Then
        assertThat(pulled.snapshot().commit()).isEqualTo(old);
        assertThat(cache.resolve("models--cadwright--tiny/refs/v1")).hasContent(old);
        assertThat(pulled.snapshot().folder().resolve("config.json")).content().contains("llama");
    }

    @Test
    void picklesStayWhereTheyAreAndAreNamed() throws Exception {
        // Given
        SampleModels.tiny(fixture.hub.repository(PullFixture.REPOSITORY), PARAMETERS)
                .file("pytorch_model.bin", new byte[100])
                .file("run.py", "print()");

        // When
        PulledModel pulled = fixture.run();

        // Then
        Map<String, String> leftOut = pulled.leftOut().stream()
                .collect(java.util.stream.Collectors.toMap(
                        one -> one.file().path().text(), Selection.LeftOut::reason));
        assertThat(leftOut)
                .containsEntry("pytorch_model.bin", "a pickle: loading it would run the code in it")
                .containsEntry("run.py", "not needed to run the model");
        assertThat(pulled.snapshot().folder().resolve("pytorch_model.bin")).doesNotExist();
    }

    @Test
    void aModelOfPicklesAloneIsRefusedWithTheCommandThatConvertsIt() {
        // Given
        fixture.hub
                .repository(PullFixture.REPOSITORY)
                .file("config.json", "{}")
                .file("pytorch_model.bin", new byte[100]);

        // When, then
        assertRefused(HubException.Code.NO_SAFETENSORS, "save_pretrained('converted', safe_serialization=True)");
    }

    @Test
    void patternsChooseFiles() throws Exception {
        // Given
        SampleModels.tiny(fixture.hub.repository(PullFixture.REPOSITORY), PARAMETERS)
                .file("extra/notes.txt", "a")
                .file("extra/deep/more.txt", "b");
        Selection selection = new Selection(List.of("extra/", "config.*"), List.of("*more*"));

        // When
        PulledModel pulled = fixture.run(new PullRequest(ModelAddress.parse(PullFixture.REPOSITORY), selection, false));

        // Then
        assertThat(pulled.snapshot().files()).containsOnlyKeys("config.json", "extra/notes.txt");
    }

    @Test
    void missingGatedAndPrivateRepositoriesAreToldApart() {
        // Given
        SampleModels.tiny(fixture.hub.repository(PullFixture.REPOSITORY), 10).gatedFor("hf_other");

        // When, then
        assertRefused(HubException.Code.GATED_REPOSITORY, "accept its terms at " + fixture.hub.endpoint());
        assertRefused("nobody/nothing", HubException.Code.REPOSITORY_NOT_FOUND, "set HF_TOKEN");
        assertRefused(PullFixture.REPOSITORY + "@no-such", HubException.Code.REVISION_NOT_FOUND, "no such branch");
    }

    @Test
    void offlineTheCacheIsEnoughAndNothingIsAsked() throws Exception {
        // Given
        SampleModels.tiny(fixture.hub.repository(PullFixture.REPOSITORY), PARAMETERS);
        PulledModel online = fixture.run();
        int requests = fixture.hub.requests().size();
        ModelPull offline = fixture.pull(fixture.settings().withOffline(true));

        // When
        PulledModel found =
                offline.run(PullRequest.of(ModelAddress.parse(PullFixture.REPOSITORY)), fixture.events::add, () -> {});

        // Then
        assertThat(found.snapshot()).isEqualTo(online.snapshot());
        assertThat(found.licence()).contains("apache-2.0");
        assertThat(fixture.hub.requests()).hasSize(requests);
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(() ->
                        offline.run(PullRequest.of(ModelAddress.parse("other/model")), fixture.events::add, () -> {}))
                .matches(failure -> failure.code() == HubException.Code.OFFLINE);
    }

    @Test
    void aHubThatIsAwayIsNoReasonToStopWhereTheCacheHasTheModel() throws Exception {
        // Given
        SampleModels.tiny(fixture.hub.repository(PullFixture.REPOSITORY), PARAMETERS);
        PulledModel online = fixture.run();
        fixture.hub.close();

        // When
        PulledModel found = fixture.run();

        // Then
        assertThat(found.snapshot()).isEqualTo(online.snapshot());
        assertThat(fixture.events).hasAtLeastOneElementOfType(PullEvent.FromCache.class);
    }

    @Test
    void whereLinksAreNotPossibleTheFilesAreThereAllTheSame() throws Exception {
        // Given
        FakeRepository model = SampleModels.tiny(fixture.hub.repository(PullFixture.REPOSITORY), PARAMETERS);
        var settings = fixture.settings();
        var withoutLinks = new dev.cadwright.hub.HubSettings(
                settings.endpoint(), settings.token(), settings.cache(), false, false, settings.limits());

        // When
        PulledModel pulled = fixture.pull(withoutLinks)
                .run(PullRequest.of(ModelAddress.parse(PullFixture.REPOSITORY)), fixture.events::add, () -> {});

        // Then
        Path weights = pulled.snapshot().folder().resolve("model.safetensors");
        assertThat(Files.isSymbolicLink(weights)).isFalse();
        assertThat(weights).hasBinaryContent(model.files().get("model.safetensors"));
    }

    @Test
    void aBlobThatWentBadIsFetchedAgainWhenItIsVerified() throws Exception {
        // Given
        FakeRepository model = SampleModels.tiny(fixture.hub.repository(PullFixture.REPOSITORY), PARAMETERS);
        Path weights = fixture.run().snapshot().folder().resolve("model.safetensors");
        byte[] bad = Files.readAllBytes(weights);
        bad[1000] ^= 1;
        Files.write(weights.toRealPath(), bad);

        // When
        fixture.run(new PullRequest(ModelAddress.parse(PullFixture.REPOSITORY), Selection.USUAL, true));

        // Then
        assertThat(weights).hasBinaryContent(model.files().get("model.safetensors"));
    }

    private void assertRefused(HubException.Code code, String message) {
        assertRefused(PullFixture.REPOSITORY, code, message);
    }

    private void assertRefused(String address, HubException.Code code, String message) {
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(() -> fixture.run(PullRequest.of(ModelAddress.parse(address))))
                .withMessageContaining(message)
                .matches(failure -> failure.code() == code, "has the code " + code);
    }

    /** What was only on its way. */
    static List<Path> remains(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".incomplete")).toList();
        }
    }
}
