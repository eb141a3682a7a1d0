package dev.cadwright.hub.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cadwright.hub.HubException;
import dev.cadwright.hub.testkit.FakeRepository;
import dev.cadwright.hub.testkit.Fault;
import dev.cadwright.hub.testkit.SampleModels;
import dev.cadwright.hub.testkit.SeenRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks and storages that fail, in every way that they do. */
class BrokenTransferTest {
    private static final Predicate<SeenRequest> STORAGE =
            request -> request.host().equals("storage");
    private static final Predicate<SeenRequest> WEIGHTS =
            request -> request.path().endsWith("/model.safetensors");

    @TempDir
    Path cache;

    private PullFixture fixture;
    private FakeRepository model;
    private int size;

    @BeforeEach
    void start() {
        fixture = new PullFixture(cache).ranges(128 << 10, 3);
        model = SampleModels.tiny(fixture.hub.repository(PullFixture.REPOSITORY), 100_000);
        size = model.files().get("model.safetensors").length;
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void connectionsThatBreakOffLoseNoByteThatCame() throws Exception {
        // Given: less than what any request asks for, so that each cut breaks a transfer off
        fixture.hub.fault(STORAGE, 5, new Fault.Cut(1_000));

        // When
        PulledModel pulled = fixture.run();

        // Then
        assertWhole(pulled);
        assertThat(pulled.fetched() - small()).isEqualTo(size);
        assertThat(fixture.events.stream().filter(PullEvent.Retrying.class::isInstance))
                .hasSize(5);
    }

    @Test
    void aConnectionThatFallsSilentIsLeft() throws Exception {
        // Given
        fixture.hub.fault(STORAGE, 1, new Fault.Silence(10_000));

        // When
        PulledModel pulled = fixture.run();

        // Then
        assertWhole(pulled);
        assertThat(pulled.fetched() - small()).isEqualTo(size);
    }

    @Test
    void aStorageThatNeverComesBackIsGivenUp() {
        // Given
        fixture.hub.fault(STORAGE, 1000, Fault.Status.of(503));

        // When, then
        assertFails(HubException.Code.UNREACHABLE, "given up after 4 tries");
    }

    @Test
    void wrongBytesAreFetchedAgain() throws Exception {
        // Given
        fixture.hub.fault(STORAGE, 1, new Fault.WrongBit());

        // When, then
        assertWhole(fixture.run());
    }

    @Test
    void wrongBytesNeverGetAName() throws Exception {
        // Given
        fixture.hub.fault(STORAGE, 1000, new Fault.WrongBit());

        // When
        assertFails(HubException.Code.CHECKSUM_MISMATCH, "thrown away");

        // Then
        try (Stream<Path> files = Files.walk(cache.resolve("models--cadwright--tiny"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.length() >= 64);
        }
        assertThat(cache.resolve("models--cadwright--tiny/refs")).doesNotExist();
    }

    @Test
    void smallFilesAreCheckedToo() {
        // Given
        fixture.hub.fault(request -> request.path().endsWith("config.json"), 1000, new Fault.WrongBit());

        // When, then
        assertFails(HubException.Code.CHECKSUM_MISMATCH, "config.json");
    }

    @Test
    void aFileOfAnotherLengthIsRefused() {
        // Given
        fixture.ranges(1 << 30, 3).hub.fault(STORAGE, 1000, new Fault.WrongLength(7));

        // When, then
        assertFails(HubException.Code.SIZE_MISMATCH, size + " bytes, but its storage has " + (size + 7));
    }

    @Test
    void aStorageThatIgnoresRangesGivesTheFileInOnePiece() throws Exception {
        // Given
        fixture.hub.fault(STORAGE, 1000, new Fault.RangeIgnored());

        // When, then
        assertWhole(fixture.run());
    }

    @Test
    void aStorageThatIgnoresRangesAndBreaksOffIsAskedFromTheStart() throws Exception {
        // Given
        fixture.hub.fault(
                request -> STORAGE.test(request) && request.header("range").isPresent(),
                1000,
                new Fault.RangeIgnored());
        fixture.hub.fault(STORAGE, 2, new Fault.Cut(200_000));

        // When, then
        assertWhole(fixture.run());
    }

    @Test
    void aRangeThatCannotBeHadIsNoEnd() throws Exception {
        // Given
        fixture.hub.fault(
                request -> STORAGE.test(request) && request.header("range").isPresent(), 1000, Fault.Status.of(416));

        // When, then
        assertWhole(fixture.run());
    }

    @Test
    void anAddressThatHasExpiredIsAskedForAnew() throws Exception {
        // Given
        fixture.ranges(128 << 10, 1)
                .hub
                .fault(
                        request -> STORAGE.test(request)
                                && request.header("range").orElse("").contains("262144-"),
                        1,
                        Fault.Status.of(403));

        // When
        PulledModel pulled = fixture.run();

        // Then
        assertWhole(pulled);
        assertThat(fixture.hub.requests().stream().filter(WEIGHTS)).hasSize(2);
    }

    @Test
    void whoAsksForTimeGetsIt() throws Exception {
        // Given
        fixture.hub.fault(WEIGHTS, 1, new Fault.Status(429, Map.of("Retry-After", "17")));

        // When
        PulledModel pulled = fixture.run();

        // Then
        assertWhole(pulled);
        assertThat(fixture.waited()).isBetween(Duration.ofSeconds(17), Duration.ofSeconds(18));
    }

    @Test
    void whoAsksForTooMuchTimeIsLeft() {
        // Given
        fixture.hub.fault(WEIGHTS, 1000, new Fault.Status(429, Map.of("Retry-After", "86400")));

        // When, then
        assertFails(HubException.Code.RATE_LIMITED, "come back in 86400 s");
    }

    @Test
    void serversThatFailForAMomentAreAskedAgain() throws Exception {
        // Given
        fixture.hub.fault(request -> request.path().startsWith("/api/"), 1, Fault.Status.of(502));
        fixture.hub.fault(STORAGE, 2, Fault.Status.of(500));

        // When, then
        assertWhole(fixture.run());
    }

    @Test
    void onlyTheMissingBytesAreFetchedAfterAFailure() throws Exception {
        // Given
        fixture.hub.fault(STORAGE, 3, new Fault.Cut(50_000));
        fixture.hub.fault(STORAGE, 1000, new Fault.Cut(0));
        assertThatExceptionOfType(HubException.class).isThrownBy(fixture::run);
        long before = partial();
        fixture.hub.withoutFaults();

        // When
        PulledModel pulled = fixture.run();

        // Then
        assertWhole(pulled);
        long fetchedOfWeights = ((PullEvent.Finished) fixture.events.stream()
                        .filter(event -> event instanceof PullEvent.Finished finished
                                && finished.file().text().equals("model.safetensors"))
                        .findFirst()
                        .orElseThrow())
                .fetched();
        assertThat(before).isPositive();
        assertThat(fetchedOfWeights).isEqualTo(size - before);
    }

    /** Bytes of the weights that an earlier pull has left. */
    private long partial() {
        return fixture.events.stream()
                .filter(event -> event instanceof PullEvent.Advanced advanced
                        && advanced.file().text().equals("model.safetensors"))
                .mapToLong(event -> ((PullEvent.Advanced) event).done())
                .max()
                .orElse(0);
    }

    private long small() {
        return model.files().entrySet().stream()
                .filter(file -> !file.getKey().equals("model.safetensors")
                        && !file.getKey().equals(".gitattributes"))
                .mapToLong(file -> file.getValue().length)
                .sum();
    }

    private void assertWhole(PulledModel pulled) throws Exception {
        assertThat(pulled.snapshot().folder().resolve("model.safetensors"))
                .hasBinaryContent(model.files().get("model.safetensors"));
        assertThat(ModelPullTest.remains(cache)).isEmpty();
    }

    private void assertFails(HubException.Code code, String message) {
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(fixture::run)
                .withMessageContaining(message)
                .matches(failure -> failure.code() == code, "has the code " + code);
    }
}
