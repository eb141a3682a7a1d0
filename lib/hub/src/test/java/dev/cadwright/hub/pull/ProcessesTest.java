package dev.cadwright.hub.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cadwright.hub.testkit.FakeRepository;
import dev.cadwright.hub.testkit.Fault;
import dev.cadwright.hub.testkit.SampleModels;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pulls in processes of their own: killed, and two at once. */
class ProcessesTest {
    @TempDir
    Path cache;

    private PullFixture fixture;
    private FakeRepository model;
    private int size;

    @BeforeEach
    void start() {
        fixture = new PullFixture(cache);
        model = SampleModels.tiny(fixture.hub.repository(PullFixture.REPOSITORY), 200_000);
        size = model.files().get("model.safetensors").length;
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aPullThatIsKilledGoesOnWithTheBytesThatAreMissing() throws Exception {
        // Given
        fixture.hub.fault(request -> request.host().equals("storage"), 1000, new Fault.Slow(100_000));
        long servedToTheKilled;
        try (PullProcess killed = PullProcess.start(fixture, cache)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> fixture.hub.served() > size / 4);
            killed.kill();
            servedToTheKilled = fixture.hub.served();
        }
        fixture.hub.withoutFaults();

        // When
        PulledModel pulled = fixture.run();

        // Then: nothing that the killed process had written comes again; what was in its sockets does.
        assertThat(pulled.snapshot().folder().resolve("model.safetensors"))
                .hasBinaryContent(model.files().get("model.safetensors"));
        assertThat(pulled.fetched()).isLessThan(size - servedToTheKilled + 150_000);
        assertThat(ModelPullTest.remains(cache)).isEmpty();
    }

    @Test
    void twoAtOnceFetchEachByteOnce() throws Exception {
        // Given
        fixture.hub.fault(request -> request.host().equals("storage"), 1000, new Fault.Slow(400_000));

        // When
        try (PullProcess first = PullProcess.start(fixture, cache);
                PullProcess second = PullProcess.start(fixture, cache)) {
            long here = fixture.run().fetched();
            long fetched = here + first.fetched() + second.fetched();

            // Then
            assertThat(fetched).isBetween((long) size, size + 1000L);
        }
        assertThat(cache.resolve("models--cadwright--tiny/snapshots/" + model.head() + "/model.safetensors"))
                .hasBinaryContent(model.files().get("model.safetensors"));
    }

    @Test
    void whoWaitsForAnotherTakesOverWhenThatOneDies() throws Exception {
        // Given
        fixture.hub.fault(request -> request.host().equals("storage"), 3, new Fault.Slow(10_000));
        try (PullProcess other = PullProcess.start(fixture, cache)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> fixture.storageRequests() > 0);

            // When
            Thread killer = Thread.startVirtualThread(() -> {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> fixture.events.stream().anyMatch(PullEvent.Waiting.class::isInstance));
                other.close();
            });
            PulledModel pulled = fixture.run();
            killer.join();

            // Then
            assertThat(pulled.fetched()).isPositive();
            assertThat(pulled.snapshot().folder().resolve("model.safetensors"))
                    .hasBinaryContent(model.files().get("model.safetensors"));
        }
    }
}
