package dev.cadwright.hub.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cadwright.hub.HubException;
import dev.cadwright.hub.testkit.Fault;
import dev.cadwright.hub.testkit.SampleModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hub that means harm does none. */
class HostileHubTest {
    private static final String COMMIT = "0123456789012345678901234567890123456789";

    @TempDir
    Path folder;

    private PullFixture fixture;

    @BeforeEach
    void start() {
        fixture = new PullFixture(folder.resolve("cache"));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../evil.json",
                "/etc/evil.json",
                "a/../../evil.json",
                "a\\\\..\\\\evil.json",
                "",
                "a//b.json",
                "./config.json",
                ".git/config.json",
                "C:evil.json",
                "bad\\u0000name.json"
            })
    void namesThatLeadOutOfTheFolderAreRefused(String name) throws IOException {
        listing("{\"rfilename\": \"" + name + "\", \"size\": 1, \"blobId\": \"" + COMMIT + "\"}");

        assertRefused(HubException.Code.UNSAFE_ANSWER, "would not stay in its folder");
    }

    @Test
    void aCommitThatIsAPathIsRefused() {
        answer("{\"sha\": \"../../evil\", \"siblings\": []}");

        assertRefused(HubException.Code.BAD_ANSWER, "does not say which files");
    }

    @Test
    void filesNamedTwiceOrBelowOneAnotherAreRefused() {
        listing("{\"rfilename\": \"a.json\"}, {\"rfilename\": \"a.json\"}");
        assertRefused(HubException.Code.UNSAFE_ANSWER, "twice");
        fixture.hub.withoutFaults();
        listing("{\"rfilename\": \"a.json\"}, {\"rfilename\": \"a.json/b.json\"}");
        assertRefused(HubException.Code.UNSAFE_ANSWER, "below another file");
    }

    @Test
    void tooManyFilesAreRefused() {
        listing(IntStream.range(0, 10_001)
                .mapToObj(index -> "{\"rfilename\": \"" + index + ".json\"}")
                .collect(Collectors.joining(",")));

        assertRefused(HubException.Code.UNSAFE_ANSWER, "at most 10000");
    }

    @Test
    void anEndlessAnswerIsCutShort() {
        // Given
        fixture.limits(fixture.settings().limits().withBounds(10_000, 100));
        answer(" ".repeat(20_000));

        // When, then
        assertRefused(HubException.Code.UNSAFE_ANSWER, "more than 10000 bytes");
    }

    @Test
    void whatIsNoHubIsSaidToBeNone() {
        answer("<html>Welcome to the hotel's network</html>");

        assertRefused(HubException.Code.BAD_ANSWER, "is no hub");
    }

    @Test
    void sizesThatNoDiskHasAreRefusedBeforeAnythingIsFetched() {
        listing("{\"rfilename\": \"model.safetensors\", \"lfs\": {\"size\": 4000000000000000, \"sha256\": \""
                + "0".repeat(64) + "\"}}");

        assertRefused(HubException.Code.STORAGE_FULL, "room for");
        assertThat(fixture.storageRequests()).isZero();
    }

    @Test
    void redirectsInACircleEnd() {
        // Given
        SampleModels.tiny(fixture.hub.repository(PullFixture.REPOSITORY), 100);
        fixture.hub.fault(
                request -> request.path().contains("/resolve/"),
                1000,
                new Fault.Redirect(fixture.hub.endpoint() + "/x/resolve/main/y"));

        // When, then
        assertRefused(HubException.Code.UNSAFE_ANSWER, "more than 8 times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://example.com/x", "http://", "::"})
    void redirectsOutOfTheWebAreRefused(String target) {
        // Given
        SampleModels.tiny(fixture.hub.repository(PullFixture.REPOSITORY), 100);
        fixture.hub.fault(request -> request.path().contains("/resolve/"), 1000, new Fault.Redirect(target));

        // When, then
        assertRefused(HubException.Code.UNSAFE_ANSWER, "redirects to an address");
    }

    private void listing(String siblings) {
        answer("{\"sha\": \"" + COMMIT + "\", \"siblings\": [" + siblings + "]}");
    }

    private void answer(String body) {
        fixture.hub.fault(request -> request.path().startsWith("/api/"), 1, new Fault.Body(body));
    }

    private void assertRefused(HubException.Code code, String message) {
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(fixture::run)
                .withMessageContaining(message)
                .matches(failure -> failure.code() == code, "has the code " + code);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().endsWith(".lock")
                                    && !file.toString().endsWith(".incomplete")))
                    .isEmpty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
